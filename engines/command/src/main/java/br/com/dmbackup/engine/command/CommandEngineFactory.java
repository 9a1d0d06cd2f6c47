package br.com.dmbackup.engine.command;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.core.settings.SettingsSection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * {@code engine = "command"}: {@code command} is the program and its arguments; {@code head} and {@code trailer} what its
 * output begins with and what stands at its end.
 */
public final class CommandEngineFactory implements EngineFactory {
    @Override
    public String kind() {
        return CommandEngine.KIND;
    }

    @Override
    public Function<Clock, DatabaseEngine> configure(SettingsSection database, String databaseName,
            Checkpoint checkpoint) {
        List<String> told = database.texts("command");
        DumpMarks marks = DumpMarks.in(database);
        List<String> command = new ArrayList<>(told);
        if (ProgramFile.isPath(told.getFirst())) {
            command.set(0, database.path("command", told.getFirst()).toString());
        }
        return clock -> new CommandEngine(databaseName, command, marks);
    }
}
