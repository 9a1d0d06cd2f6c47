package br.com.dmbackup.engine.command;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.DatabaseFacts;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.Proof;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.core.engine.opaque.DumpReturn;
import br.com.dmbackup.core.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a program writes to its standard output, as a database that can be backed up and brought back as a file. */
public final class CommandEngine implements DatabaseEngine {
    /** The engine's word in the settings. */
    public static final String KIND = "command";

    private final String databaseName;
    private final Program program;
    private final DumpMarks marks;
    private final DumpReturn wayBack;

    /** @param command the program and its arguments */
    CommandEngine(String databaseName, List<String> command, DumpMarks marks) {
        this.databaseName = databaseName;
        this.program = Program.of(command);
        this.marks = marks;
        this.wayBack = new DumpReturn(databaseName, Optional.empty(), marks);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String databaseName() {
        return databaseName;
    }

    /** That the program is there; whether its database can be reached shows when it runs. */
    @Override
    public ServiceStatus checkService() {
        return objection().<ServiceStatus>map(ServiceStatus.NotReady::new).orElseGet(ServiceStatus.Ready::new);
    }

    private Optional<BackupFault> objection() {
        return ProgramFile.objection(program.command().getFirst(),
                System.getenv().getOrDefault("PATH", ""));
    }

    private void requireProgram() {
        objection().ifPresent(fault -> {
            throw fault;
        });
    }

    @Override
    public DatabaseFacts facts() {
        requireProgram();
        return new DatabaseFacts(program.name(), 0);
    }

    @Override
    public Dump dump(Path stagingFolder, Progress progress) {
        requireProgram();
        return new CommandDump(databaseName, program.start(), marks);
    }

    @Override
    public boolean recognises(byte[] head) {
        return marks.begins(head);
    }

    @Override
    public Proof proof() {
        return Proof.BYTES;
    }

    @Override
    public void requireReplaceable() {
        wayBack.requireLive();
    }

    @Override
    public Restore restore(RestoreTarget target, long dumpBytes, Path stagingFolder) {
        return wayBack.begin(target, dumpBytes, stagingFolder);
    }

    @Override
    public Optional<String> swapIn(RestoredDatabase replacement) {
        return Optional.of(wayBack.requireLive().toString());
    }

    @Override
    public void drop(RestoredDatabase restored) {
        DumpReturn.drop(restored);
    }

    /** Files of drills stand in the staging folder, which its owner empties. */
    @Override
    public List<String> dropLeftovers() {
        return List.of();
    }

    @Override
    public void close() {
        // A child is closed with its dump.
    }
}
