package br.com.dmbackup.core.engine.opaque;

import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.Proof;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.onefile.Siblings;
import java.nio.file.Path;
import java.util.Optional;

/** What engines have in common that do not understand their dumps: a dump comes back as the file it was. */
public abstract class OpaqueEngine implements DatabaseEngine {
    private final String databaseName;
    private final DumpMarks marks;
    private final DumpReturn wayBack;

    /** @param live the file in whose place a dump may come back; none where there is no such file */
    protected OpaqueEngine(String databaseName, Optional<Path> live, DumpMarks marks) {
        this.databaseName = databaseName;
        this.marks = marks;
        this.wayBack = new DumpReturn(databaseName, live, marks);
    }

    protected final DumpMarks marks() {
        return marks;
    }

    /** The file that a restore replaces, or the fault that there is none. */
    protected final Path requireLive() {
        return wayBack.requireLive();
    }

    @Override
    public final String databaseName() {
        return databaseName;
    }

    @Override
    public final boolean recognises(byte[] head) {
        return marks.begins(head);
    }

    @Override
    public final Proof proof() {
        return Proof.BYTES;
    }

    @Override
    public final void requireReplaceable() {
        wayBack.requireLive();
    }

    @Override
    public final Restore restore(RestoreTarget target, long dumpBytes, Path stagingFolder) {
        return wayBack.begin(target, dumpBytes, stagingFolder);
    }

    @Override
    public final String nameBeside(String suffix) {
        return Siblings.named(requireLive(), suffix).toString();
    }

    @Override
    public final Optional<Path> folder() {
        return wayBack.live().flatMap(live -> Optional.ofNullable(live.toAbsolutePath().getParent()));
    }

    @Override
    public final void drop(RestoredDatabase restored) {
        DumpReturn.drop(restored);
    }
}
