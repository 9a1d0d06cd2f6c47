package br.com.dmbackup.engine.sqlserver.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.engine.sqlserver.connection.LongStatement;
import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.DumpFiles;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A store whose database is backed up, and what restores make of it. */
final class RestoreScene implements AutoCloseable {
    static final String LIVE = Scene.LIVE;
    static final String WITH_CHECKSUMS = "FORMAT, INIT, CHECKSUM, COPY_ONLY";
    final Scene scene;
    private final Path folder;
    private Optional<DatabaseRestores> restores = Optional.empty();

    RestoreScene(Path folder) {
        this(folder, Product.express2022());
    }

    RestoreScene(Path folder, Product product) {
        this.folder = folder;
        this.scene = new Scene(folder, product);
    }

    Instance instance() {
        return scene.instance;
    }

    Database live() {
        return scene.live;
    }

    /** The live database as it is now, in a file. */
    Path dump() {
        return dump(WITH_CHECKSUMS);
    }

    Path dump(String options) {
        Path file = scene.instance.backupFolder().resolve("dump-" + System.nanoTime() + ".bak");
        try (Session session = Session.open(scene.address(), Session.MASTER)) {
            new LongStatement(session, scene.access().patience(), percent -> {}).run(
                    "BACKUP DATABASE " + Sql.quoted(LIVE) + " TO DISK = ? WITH " + options, file.toString());
            return file;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Those of one process; the same until {@link #another}. */
    DatabaseRestores restores() {
        return restores(Checkpoint.NONE);
    }

    DatabaseRestores restores(Checkpoint checkpoint) {
        if (restores.isEmpty()) {
            restores = Optional.of(new DatabaseRestores(scene.access(),
                    new StagingPlace(Optional.empty(), Optional.empty()), scene.clock, checkpoint));
        }
        return restores.get();
    }

    /** From now on another process: the one before has let go of everything. */
    DatabaseRestores another() {
        restores.ifPresent(DatabaseRestores::close);
        restores = Optional.empty();
        return restores();
    }

    Restore begin(RestoreTarget target, Path dump) {
        Restore restore = restores().begin(target, scene.staging);
        DumpFiles.feed(dump, restore);
        return restore;
    }

    RestoredDatabase restore(RestoreTarget target, Path dump) {
        try (Restore restore = begin(target, dump)) {
            return restore.finish();
        }
    }

    RestoredDatabase restoreNew(Path dump) {
        return restore(new RestoreTarget.NewDatabase("Volta"), dump);
    }

    /** A restore that fails leaves nothing: no database, no file of one, no dump. */
    BackupFault refused(FaultCode code, RestoreTarget target, Path dump) {
        SortedSet<String> before = everything();
        BackupFault fault = refused(code, () -> restore(target, dump));
        assertThat(everything()).isEqualTo(before);
        return fault;
    }

    static BackupFault refused(FaultCode code, ThrowingCallable call) {
        BackupFault fault = catchThrowableOfType(BackupFault.class, call);
        assertThat(fault).as("fault").isNotNull();
        assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
        return fault;
    }

    BackupFault refusedNew(FaultCode code, Path dump) {
        return refused(code, new RestoreTarget.NewDatabase("Volta"), dump);
    }

    List<String> databases() {
        return scene.instance.databases().stream().map(Database::name)
                .filter(name -> !Instance.SYSTEM_DATABASES.contains(name)).toList();
    }

    Database database(String name) {
        return scene.instance.database(name).orElseThrow();
    }

    /** The one that a restore is making. */
    Database scratch() {
        return scene.instance.databases().stream().filter(one -> ScratchName.isScratch(one.name())).findFirst()
                .orElseThrow();
    }

    /** Databases, their files, and what waits in the staging folder. */
    SortedSet<String> everything() {
        NavigableSet<String> all = new TreeSet<>(databases());
        for (Path place : List.of(scene.instance.dataFolder(), scene.staging)) {
            try (var files = Files.list(place)) {
                files.map(Path::toString).forEach(all::add);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return all;
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        restores.ifPresent(DatabaseRestores::close);
        scene.close();
    }
}
