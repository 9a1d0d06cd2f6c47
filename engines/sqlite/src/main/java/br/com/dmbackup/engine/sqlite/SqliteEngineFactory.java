package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** {@code engine = "sqlite"}; its one key is {@code path}, the database file. */
public final class SqliteEngineFactory implements EngineFactory {
    private final Clock clock;

    /** @param clock names what a swap keeps; its zone is the store's */
    public SqliteEngineFactory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SqliteEngine.KIND;
    }

    @Override
    public Supplier<DatabaseEngine> configure(SettingsSection database, String databaseName, Checkpoint checkpoint) {
        Path path = database.path("path");
        return () -> new SqliteEngine(databaseName, path, SqliteEngine.LOCK_WAIT, clock, checkpoint);
    }
}
