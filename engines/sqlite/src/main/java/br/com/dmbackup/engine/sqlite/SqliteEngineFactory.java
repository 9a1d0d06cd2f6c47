package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/** {@code engine = "sqlite"}; its one key is {@code path}, the database file. */
public final class SqliteEngineFactory implements EngineFactory {
    @Override
    public String kind() {
        return SqliteEngine.KIND;
    }

    @Override
    public Function<Clock, DatabaseEngine> configure(SettingsSection database, String databaseName,
            Checkpoint checkpoint) {
        Path path = database.path("path");
        return clock -> new SqliteEngine(databaseName, path, SqliteEngine.LOCK_WAIT, clock, checkpoint);
    }
}
