package br.com.dmbackup.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A live database under test, and what all the laws ask of it. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test.
abstract class EngineLaws {
    @TempDir
    Path folder;
    Path staging;
    LiveDatabase live;

    /** A new live database in this folder. */
    protected abstract LiveDatabase createLive(Path place);

    @BeforeEach
    void fill() throws IOException {
        staging = Files.createDirectory(folder.resolve("staging"));
        live = createLive(Files.createDirectory(folder.resolve("Farmácia")));
    }

    @AfterEach
    void letGo() {
        live.close();
    }

    DatabaseEngine engine() {
        return live.engine(Checkpoint.NONE);
    }

    Path takeDump(DatabaseEngine engine, String name) {
        Path file = folder.resolve(name);
        DumpFiles.take(engine, staging, Progress.NONE, file);
        return file;
    }

    Restore restore(DatabaseEngine engine, RestoreTarget target, Path dump) {
        Restore restore = engine.restore(target, dump.toFile().length(), staging);
        DumpFiles.feed(dump, restore);
        return restore;
    }

    RestoredDatabase finishRestore(DatabaseEngine engine, RestoreTarget target, Path dump) {
        try (Restore restore = restore(engine, target, dump)) {
            return restore.finish();
        }
    }

    void restoreNew(DatabaseEngine engine, Path dump) {
        finishRestore(engine, new RestoreTarget.NewDatabase(live.unusedName()), dump);
    }

    static void assertNotReady(DatabaseEngine engine, FaultCode code) {
        assertThat(engine.checkService()).isInstanceOfSatisfying(ServiceStatus.NotReady.class,
                status -> assertThat(status.fault().code()).isEqualTo(code));
    }

    static BackupFault assertFault(FaultCode code, ThrowingCallable call) {
        BackupFault fault = catchThrowableOfType(BackupFault.class, call);
        assertThat(fault).as("fault").isNotNull();
        assertThat(fault.code()).isEqualTo(code);
        return fault;
    }

    /** The call must end in time; the flag that it was interrupted is taken away for the rest of the test. */
    static void assertCancelled(ThrowingCallable call) {
        long begin = System.nanoTime();
        try {
            assertFault(FaultCode.CANCELLED, call);
        } finally {
            Thread.interrupted();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
