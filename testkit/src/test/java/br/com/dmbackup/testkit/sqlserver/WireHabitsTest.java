package br.com.dmbackup.testkit.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.testkit.sqlserver.wire.WireHabits;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The driver understands the same answers however they are cut, in the clear and encrypted. */
class WireHabitsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"4088, 4096", "1, 4096", "2, 4096", "3, 4096", "4, 4096", "5, 4096", "6, 2", "7, 3", "9, 4096", "13, 1",
            "4088, 1",
            "4087, 8"})
    void cutsTokensAnywhere(int payload, int write) throws SQLException {
        try (Till till = new Till(folder)) {
            till.server.cutBytesAs(WireHabits.usual().withPayloadPerPacket(payload).withBytesPerWrite(write));
            talk(till, "encrypt=false");
            talk(till, "encrypt=true;trustServerCertificate=true");
            assertThat(till.server.refused()).isEmpty();
        }
    }

    private static void talk(Till till, String properties) throws SQLException {
        try (Connection connection = till.connect(properties)) {
            assertThat(till.backUp(connection)).contains(3211).endsWith(3014);
            assertThat(Till.askAll(connection, "RESTORE HEADERONLY FROM DISK = N'" + till.bak + "'")).hasSize(1);
            assertThat(Till.askAll(connection,
                    "SELECT TOP (300) name FROM Shop.dbo.items WHERE name IS NOT NULL ORDER BY id DESC"))
                    .hasSize(300).startsWith(List.of("Dipirona sódica nº 19998"));
        }
    }
}
