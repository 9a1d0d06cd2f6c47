package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All restores of one engine, and the databases that they made and nobody has swapped in or dropped yet. */
public final class DatabaseRestores implements AutoCloseable {
    private final Administration administration;
    private final StagingPlace place;
    private final Clock clock;
    private final Checkpoint checkpoint;
    private final Scratches scratches;
    /** Under which name the old database will be kept, by that of the one which takes its place. */
    private final Map<String, String> keptNames = new HashMap<>();

    /** @param clock names what a swap keeps; its zone is the store's */
    public DatabaseRestores(SqlServerAccess access, StagingPlace place, Clock clock, Checkpoint checkpoint) {
        this.administration = new Administration(access);
        this.place = place;
        this.clock = clock;
        this.checkpoint = checkpoint;
        this.scratches = new Scratches(administration);
    }

    /** Begins one; the server is asked whether the target is free, and nothing is made yet. */
    public Restore begin(RestoreTarget target, Path stagingFolder) {
        return switch (target) {
            case RestoreTarget.NewDatabase(String name) -> {
                requireFree(name);
                yield beside(target, ScratchName.of(administration.live()), name, stagingFolder);
            }
            case RestoreTarget.Scratch scratch ->
                beside(target, ScratchName.of(administration.live()), administration.live(), stagingFolder);
            case RestoreTarget.Replacement replacement ->
                beside(target, replacing(), administration.live(), stagingFolder);
            case RestoreTarget.InPlace live -> new Overwriting(administration,
                    IncomingDump.awaited(administration, place, stagingFolder));
        };
    }

    private Restore beside(RestoreTarget target, String scratchName, String finalName, Path stagingFolder) {
        return new Restoration(administration, scratches, IncomingDump.awaited(administration, place, stagingFolder),
                target, scratchName, finalName);
    }

    private void requireFree(String name) {
        if (!Databases.isNameable(name)) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, name, "1-" + Sql.NAME_LENGTH);
        }
        if (administration.run(name, connection -> Databases.exists(connection, name))) {
            throw BackupFault.of(FaultCode.RESTORE_TARGET_EXISTS, name);
        }
    }

    private String replacing() {
        String live = administration.live();
        String kept = administration.run(live, connection -> KeptName.free(connection, live, clock));
        String scratch = ScratchName.replacing(live, kept);
        keptNames.put(scratch, kept);
        return scratch;
    }

    /**
     * Puts a replacement in the live database's place.
     *
     * @return the old database's kept name, or where its files are when it cannot be opened
     */
    public Optional<String> swapIn(RestoredDatabase replacement) {
        ScratchDatabase scratch = scratches.waiting(replacement.name());
        String keptName = Optional.ofNullable(keptNames.get(scratch.name()))
                .orElseThrow(() -> new IllegalArgumentException("no replacement: " + scratch.name()));
        Optional<String> kept = new Swap(administration, checkpoint).in(scratch, keptName);
        keptNames.remove(scratch.name());
        scratches.letGo(scratch);
        return kept;
    }

    public void drop(RestoredDatabase restored) {
        scratches.drop(scratches.waiting(restored.name()));
    }

    public List<String> dropLeftovers() {
        return scratches.dropAbandoned();
    }

    @Override
    public void close() {
        scratches.close();
    }
}
