package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.drill.RestoreDrill;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.run.BlockPool;
import br.com.dmbackup.core.verify.Verification;
import br.com.dmbackup.core.verify.VerifiedCopy;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What idle time does for the next backup's size, and that it never does anything to a backup. */
class BlockPoolJourneyTest {
    @TempDir
    Path folder;
    private StoreUnderTest store;
    private Manifest first;

    @BeforeEach
    void someBackups() {
        store = new StoreUnderTest(folder);
        store.sell(60_000);
        succeeded(store.backupAt("2022-06-29T07:30"));
        succeeded(store.backupAt("2022-06-29T08:30"));
        assertThat(fill(() -> false)).as("so early nobody knows what is cold").isFalse();
        first = succeeded(store.backupAt("2022-06-29T09:30"));
    }

    private boolean fill(BooleanSupplier stop) {
        try (Installation here = store.open()) {
            return new BlockPool(here).fill(stop, Progress.NONE);
        }
    }

    private Path pool() {
        return store.home.stateFolder().resolve("pool.zip");
    }

    private static long encodedBytes(Manifest manifest) {
        return manifest.traits().orElseThrow().encodedBytes();
    }

    private void assertEverythingIsSound() {
        try (Installation here = store.open()) {
            assertThat(new Verification(here, store.listener).verifyAll()).isNotEmpty()
                    .allMatch(VerifiedCopy::sound);
            assertThat(new RestoreDrill(here, store.listener).drill(new Wanted.Newest()).passed()).isTrue();
        }
    }

    @Test
    void theNextBackupIsSmallerAndTheOneAfterItStaysSo() {
        assertThat(fill(() -> false)).isTrue();
        assertThat(fill(() -> false)).as("once is enough").isFalse();
        Manifest second = succeeded(store.backupAt("2022-06-29T10:30"));
        assertThat(second.traits().orElseThrow().newBytes()).isLessThan(second.dumpBytes() / 3);
        assertThat(encodedBytes(second)).isLessThan(encodedBytes(first) * 99 / 100);
        Manifest third = succeeded(store.backupAt("2022-06-29T11:30"));
        assertThat(encodedBytes(third)).isLessThan(encodedBytes(first) * 99 / 100);
        assertThat(pool()).as("of an earlier backup").doesNotExist();
        assertThat(fill(() -> false)).as("hardly anything is left to be made smaller").isFalse();
        assertEverythingIsSound();
    }

    @Test
    void aDamagedPoolIsThrownAwayAndNobodyIsTold() throws IOException {
        assertThat(fill(() -> false)).isTrue();
        byte[] bytes = Files.readAllBytes(pool());
        Files.write(pool(), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(succeeded(store.backupAt("2022-06-29T10:30")).traits().orElseThrow().based()).isTrue();
        assertThat(pool()).doesNotExist();
        assertThat(fill(() -> false)).isTrue();
        bytes = Files.readAllBytes(pool());
        for (int at = 1000; at < bytes.length - 50_000; at += 20_000) {
            bytes[at] ^= 1;
        }
        Files.write(pool(), bytes);
        succeeded(store.backupAt("2022-06-29T11:30"));
        assertEverythingIsSound();
    }

    @Test
    void aStoppedPoolLeavesNothing() throws IOException {
        BackupFault fault = catchThrowableOfType(BackupFault.class, () -> fill(() -> true));
        assertThat(fault.code()).isEqualTo(FaultCode.CANCELLED);
        try (var left = Files.list(store.home.stateFolder())) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("pool"));
        }
        assertEverythingIsSound();
    }
}
