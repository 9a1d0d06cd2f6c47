package br.com.dmbackup.engine.command;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseFacts;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.core.engine.opaque.OpaqueEngine;
import br.com.dmbackup.core.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a program writes to its standard output, as a database that can be backed up and brought back as a file. */
public final class CommandEngine extends OpaqueEngine {
    /** The engine's word in the settings. */
    public static final String KIND = "command";

    private final Program program;

    /** @param command the program and its arguments */
    CommandEngine(String databaseName, List<String> command, DumpMarks marks) {
        super(databaseName, Optional.empty(), marks);
        this.program = Program.of(command);
    }

    @Override
    public String kind() {
        return KIND;
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
        return new CommandDump(databaseName(), program.start(), marks());
    }

    @Override
    public Optional<String> swapIn(RestoredDatabase replacement) {
        return Optional.of(requireLive().toString());
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
