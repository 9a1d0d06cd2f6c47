package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.catalog.RunRecord;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once the slot is taken the backup exists, whatever goes wrong afterwards. */
class SlotTakenTest {
    @TempDir
    Path folder;

    @Test
    void aFaultAfterTheSlotWasTakenTakesNothingBack() throws IOException {
        StoreUnderTest store = new StoreUnderTest(folder);
        Files.createDirectories(store.home.backupFolder().resolve("MCDados.zip/pasta de alguém"));
        RunOutcome outcome = store.backup();

        assertThat(outcome).isInstanceOf(RunOutcome.Partial.class);
        RunOutcome.Partial partial = (RunOutcome.Partial) outcome;
        assertThat(partial.faults()).extracting(fault -> fault.code()).containsExactly(FaultCode.DESTINATION_FAILED);
        assertThat(partial.deliveredTo()).containsExactly("terminal");
        assertThat(backupIn(store.localSlot(9))).isEqualTo(partial.manifest());
        assertThat(backupIn(store.terminalSlot(9))).isEqualTo(partial.manifest());
        try (Installation here = store.open()) {
            assertThat(here.catalog().runs(1)).extracting(RunRecord::outcome)
                    .containsExactly(RunRecord.Outcome.PARTIAL);
        }
    }
}
