package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two at once on one home folder. */
class TwoRunsTest {
    @TempDir
    Path folder;
    @TempDir
    Path logs;

    @Test
    void theSecondIsToldWhoHoldsTheLockAndTheDeathOfTheFirstFreesIt() throws Exception {
        StoreUnderTest store = new StoreUnderTest(folder);
        try (var processes = new KilledProcess(logs)) {
            try (var first = processes.standAt(4, KilledVerb.BACKUP, store.root, false)) {
                assertThatThrownBy(() -> HomeLock.acquire(store.home, "restore", store.clock))
                        .isInstanceOfSatisfying(BackupFault.class, fault -> {
                            assertThat(fault.code()).isEqualTo(FaultCode.ALREADY_RUNNING);
                            assertThat(fault.arguments()).containsExactly("BACKUP",
                                    String.valueOf(first.process().pid()), "2022-06-29T09:30-03:00[America/Sao_Paulo]",
                                    System.getProperty("user.name"));
                            assertThat(fault.text(Messages.in(Language.PT_BR))).contains("BACKUP",
                                    String.valueOf(first.process().pid()), "29/06/2022", "09:30");
                        });
            }
            KilledVerb.BACKUP.run(store, Checkpoint.NONE);
        }
        succeeded(store.backup());
    }

    @Test
    void aRefusalWithinTheProcessDoesNotFreeTheLockForOthers() throws Exception {
        StoreUnderTest store = new StoreUnderTest(folder);
        try (var processes = new KilledProcess(logs);
                HomeLock _ = HomeLock.acquire(store.home, "backup", store.clock)) {
            assertThatThrownBy(() -> HomeLock.acquire(store.home, "restore", store.clock))
                    .isInstanceOfSatisfying(BackupFault.class, fault -> assertThat(fault.arguments())
                            .startsWith("backup", String.valueOf(ProcessHandle.current().pid())));
            assertThatThrownBy(() -> processes.standAt(1, KilledVerb.BACKUP, store.root, false))
                    .hasMessageContaining("ALREADY_RUNNING");
        }
        HomeLock.acquire(store.home, "backup", store.clock).close();
    }
}
