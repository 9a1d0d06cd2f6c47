package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedSecretsTest {
    @ParameterizedTest
    @ValueSource(strings = {"password = \"segredo\"", "password='segredo'", "smtp_password = \"segredo\"",
            "\"password\" = \"segredo\"", "bot-token = \"segredo\"", "x = { Secret = \"segredo\" }",
            "url = \"sealed:segredo\"", "# password = \"segredo\"", "password = \"se\\\"segredo\"",
            "senha = 'segredo", "password = \"\"\"\nsegredo\"\"\"", "token = '''um\nsegredo'''",
            "password = \"\"\"um \"segredo\" e \\\" outro segredo\"\"\"\nx = 1", "# it's\npassword = \"segredo\"",
            "# \"\"\"\npassword = \"segredo\"\nx = \"\"\"y\"\"\"", "x = \"\"\"\npassword = \"segredo\"\n",
            "password = \"\"\"segredo sem fim", "a = [\"sealed:segredo\", 'sealed:segredo']"})
    void hidesASecretWhereverItStands(String line) {
        MaskedSecrets masked = MaskedSecrets.of(line);
        if (!line.endsWith("segredo")) {
            assertThat(masked.text()).doesNotContain("segredo").contains("•••");
        }
        assertThat(masked.uncover(masked.text())).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password = \"file:/etc/x\"", "name = \"segredo\"", "token = \"\"", "passwords",
            "# it's 'x",
            "path = 'C:\\$1\\x'"})
    void leavesEverythingElse(String line) {
        assertThat(MaskedSecrets.of(line).text()).isEqualTo(line);
    }

    @Test
    void numbersSecretsSoThatTheyKeepTheirPlaces() {
        MaskedSecrets masked = MaskedSecrets.of("password = \"a$1\"\ntoken = 'b\\'\n");
        assertThat(masked.text()).isEqualTo("password = \"•••1\"\ntoken = \"•••2\"\n");
        assertThat(masked.uncover("token = \"•••2\"\npassword = \"•••1\"\n"))
                .isEqualTo("token = 'b\\'\npassword = \"a$1\"\n");
        assertThat(masked).hasToString("MaskedSecrets[2]");
    }
}
