package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code engine = "postgresql"}: {@code user}; and where they differ from the usual, {@code host}, {@code port},
 * {@code database}, {@code password}, {@code sslmode}, {@code sslrootcert}, {@code programs}.
 */
public final class PostgresEngineFactory implements EngineFactory {
    private static final int USUAL_PORT = 5432;

    @Override
    public String kind() {
        return PostgresEngine.KIND;
    }

    @Override
    public Function<Clock, DatabaseEngine> configure(SettingsSection database, String databaseName,
            Checkpoint checkpoint) {
        String host = database.optionalText("host").orElse("127.0.0.1");
        int port = Math.toIntExact(database.integer("port", USUAL_PORT, 1, 65_535));
        String user = database.text("user");
        Optional<Secret> password = database.optionalSecret("password");
        String sslmode = database.choice("sslmode", "prefer", PostgresServer.SSL_MODES);
        PostgresServer server = new PostgresServer(host, port, user, password, sslmode,
                optionalPath(database, "sslrootcert"));
        String live = database.optionalText("database").orElse(databaseName);
        Optional<Path> programs = optionalPath(database, "programs");
        return clock -> new PostgresEngine(databaseName, server, live, programs, clock, checkpoint);
    }

    private static Optional<Path> optionalPath(SettingsSection section, String key) {
        return section.optionalText(key).map(text -> section.path(key));
    }
}
