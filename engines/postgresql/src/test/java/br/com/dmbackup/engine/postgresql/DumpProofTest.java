package br.com.dmbackup.engine.postgresql;

import static br.com.dmbackup.engine.postgresql.PostgresScene.fault;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.program.Program;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof of a dump, tried on dumps that were cut. */
class DumpProofTest {
    private static final int DENSE = 48;
    private static final int SPARSE = 131;

    @TempDir
    private Path folder;

    @Test
    void noticesADumpThatWasCutAnywhere() throws IOException {
        Tools tools = ToolSearch.here(Optional.empty()).fitting(new ToolVersion(15, 0));
        byte[] whole = smallDump();
        Path dump = folder.resolve("cut");
        DumpProof.of(Files.write(dump, whole), tools, "x");
        int[] cuts = IntStream.range(0, whole.length)
                .filter(at -> at % SPARSE == 0 || at > whole.length - DENSE).toArray();
        for (int cut : cuts) {
            Files.write(dump, Arrays.copyOf(whole, cut));
            fault(FaultCode.RESTORED_DATABASE_DAMAGED, () -> DumpProof.of(dump, tools, "cut at " + cut));
        }
    }

    /** Why it is not the quicker way that is taken. */
    @Test
    void theTableOfContentsAloneWouldNotNotice() throws IOException {
        Tools tools = ToolSearch.here(Optional.empty()).fitting(new ToolVersion(15, 0));
        byte[] whole = smallDump();
        Path dump = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 100));
        assertThat(Program.of(List.of(tools.restore(), "-l", dump.toString())).ask(Duration.ofSeconds(10)).succeeded())
                .isTrue();
    }

    private byte[] smallDump() throws IOException {
        try (PostgresScene scene = new PostgresScene(folder)) {
            scene.server.execute(PostgresLive.NAME, "DROP TABLE conta, item CASCADE",
                    "DROP SCHEMA \"Caixa Nº 1\" CASCADE",
                    "DELETE FROM movimento WHERE id > 9");
            return Files.readAllBytes(scene.dumpFile("whole"));
        }
    }
}
