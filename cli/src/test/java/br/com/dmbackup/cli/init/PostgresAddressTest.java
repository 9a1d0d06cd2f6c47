package br.com.dmbackup.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    @Test
    void saysWhatTheSettingsNeed() {
        assertThat(PostgresAddress
                .keys("postgresql://dmbackup@servidor:5433/mcdados?sslmode=verify-full&sslrootcert=ca.pem"))
                .isEqualTo(Map.of("host", "servidor", "port", 5433L, "database", "mcdados", "user", "dmbackup",
                        "sslmode", "verify-full", "sslrootcert", "ca.pem"));
    }

    @Test
    void leavesOutWhatWasNotSaid() {
        assertThat(PostgresAddress.keys("postgres://dmbackup@/mcdados"))
                .isEqualTo(Map.of("host", "127.0.0.1", "database", "mcdados", "user", "dmbackup"));
    }

    @Test
    void takesNamesAsPeopleGiveThem() {
        assertThat(PostgresAddress.keys("postgresql://jo%C3%A3o%40loja@pc_caixa/Farm%C3%A1cia%20S%C3%A3o+Jo%C3%A3o"))
                .isEqualTo(Map.of("host", "pc_caixa", "database", "Farmácia São+João", "user", "joão@loja"));
        assertThat(PostgresAddress.keys("postgresql://u@[::1]:5432/Farmácia"))
                .isEqualTo(Map.of("host", "::1", "port", 5432L, "database", "Farmácia", "user", "u"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://servidor/mcdados", "postgresql://u@servidor", "postgresql://u@servidor/",
            "postgresql:///mcdados", "postgresql://u@servidor:porta/mcdados", "postgresql://u@servidor/mc dados",
            "postgresql://u@servidor/mcdados?password=segredo", "postgresql://"})
    void refusesWhatIsNoAddress(String word) {
        assertThat(PostgresAddress.objection(word)).contains("init.postgresql.form");
    }

    @Test
    void refusesAPasswordWhereOthersSeeIt() {
        assertThat(PostgresAddress.objection("postgresql://u:segredo@servidor/mcdados"))
                .contains("init.postgresql.password");
        assertThat(PostgresAddress.objection("postgresql://u@servidor/mcdados")).isEmpty();
    }
}
