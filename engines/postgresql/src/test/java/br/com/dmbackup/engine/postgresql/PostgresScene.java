package br.com.dmbackup.engine.postgresql;

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
import br.com.dmbackup.testkit.engine.DumpFiles;
import br.com.dmbackup.testkit.postgresql.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests beside the contract share: the live database, an engine, a staging folder. */
final class PostgresScene implements AutoCloseable {
    final TestServer server = SharedServer.get();
    final PostgresLive live = new PostgresLive(server);
    final Path folder;
    final Path staging;
    final DatabaseEngine engine = live.engine(Checkpoint.NONE);

    PostgresScene(Path folder) {
        this.folder = folder;
        try {
            this.staging = Files.createDirectories(folder.resolve("staging"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    SnapshotDump dump() {
        return (SnapshotDump) engine.dump(staging, Progress.NONE);
    }

    /** A dump of which the first bytes were read, and no more: the tools wait. */
    SnapshotDump begunDump() {
        SnapshotDump dump = dump();
        try {
            assertThat(dump.stream().read(ByteBuffer.allocate(4096))).isPositive();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return dump;
    }

    Path dumpFile(String name) {
        Path file = folder.resolve(name);
        DumpFiles.take(engine, staging, Progress.NONE, file);
        return file;
    }

    RestoredDatabase restore(RestoreTarget target, Path dump) {
        try (Restore restore = engine.restore(target, dump.toFile().length(), staging)) {
            DumpFiles.feed(dump, restore);
            return restore.finish();
        }
    }

    BackupFault notReady() {
        assertThat(engine.checkService()).isInstanceOf(ServiceStatus.NotReady.class);
        return ((ServiceStatus.NotReady) engine.checkService()).fault();
    }

    /** Our sessions at the server, besides those that only guard. */
    long sessions() {
        return Long.parseLong(server.texts("postgres",
                "SELECT count(*)::text FROM pg_stat_activity WHERE application_name = 'dmbackup'").getFirst());
    }

    static BackupFault fault(FaultCode code, ThrowingCallable call) {
        BackupFault fault = catchThrowableOfType(BackupFault.class, call);
        assertThat(fault).as("fault").isNotNull();
        assertThat(fault.code()).as(fault.getMessage() + fault.details()).isEqualTo(code);
        return fault;
    }

    static void soon(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    @Override
    public void close() {
        engine.close();
        live.close();
    }
}
