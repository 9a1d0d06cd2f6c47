package br.com.dmbackup.engine.sqlserver;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.settings.SettingsSection;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.CertificateFile;
import br.com.dmbackup.engine.sqlserver.connection.Encryption;
import br.com.dmbackup.engine.sqlserver.connection.Patience;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerLogin;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * {@code engine = "sqlserver"}: {@code user} and {@code password}, or {@code login = "integrated"}; and where they
 * differ from the usual, {@code host}, {@code port} or {@code instance}, {@code database}, {@code login},
 * {@code domain}, {@code encryption}, {@code certificate}, {@code staging}, {@code staging_on_server},
 * {@code silence_minutes}, {@code total_hours}.
 */
public final class SqlServerEngineFactory implements EngineFactory {
    private static final String SQL = "sql";
    private static final String WINDOWS = "windows";
    private static final String INTEGRATED = "integrated";
    private static final int LONGEST_SILENCE_MINUTES = 24 * 60;
    private static final int LONGEST_HOURS = 7 * 24;

    @Override
    public String kind() {
        return SqlServerEngine.KIND;
    }

    @Override
    public Function<Clock, DatabaseEngine> configure(SettingsSection database, String databaseName,
            Checkpoint checkpoint) {
        String host = database.optionalText("host").orElse("127.0.0.1");
        if (host.contains("\\") || host.contains(",") || host.equals(".") || host.startsWith("(")) {
            database.problem("host", "settings.sqlserver.host");
        }
        Optional<String> instance = database.optionalText("instance");
        int port = Math.toIntExact(database.integer("port", 0, 0, 65_535));
        SqlServerAddress server = new SqlServerAddress(host, port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
                instance, login(database), encryption(database, host));
        String live = database.optionalText("database").orElse(databaseName);
        StagingPlace staging = new StagingPlace(optionalPath(database, "staging"),
                database.optionalText("staging_on_server"));
        SqlServerAccess access = new SqlServerAccess(server, live, patience(database));
        return clock -> new SqlServerEngine(databaseName, access, staging, clock, checkpoint);
    }

    /** On this very machine nobody stands between, and the server's certificate is mostly one of its own making. */
    private static Encryption encryption(SettingsSection database, String host) {
        Encryption.Mode usual = SqlServerAddress.isLoopback(host) ? Encryption.Mode.TRUST : Encryption.Mode.VERIFY;
        Optional<Path> certificate = optionalPath(database, "certificate");
        certificate.filter(file -> !CertificateFile.isReadable(file))
                .ifPresent(file -> database.problem("certificate", "sqlserver.certificate.file", file));
        return new Encryption(
                Encryption.Mode.of(database.choice("encryption", usual.word(), Encryption.Mode.words())),
                certificate);
    }

    private static SqlServerLogin login(SettingsSection database) {
        String kind = database.choice("login", SQL, List.of(SQL, WINDOWS, INTEGRATED));
        if (kind.equals(INTEGRATED)) {
            return new SqlServerLogin.Integrated();
        }
        String user = database.text("user");
        Secret password = database.optionalSecret("password").orElseGet(() -> {
            database.problem("password", "settings.missing");
            return new Secret(new char[0]);
        });
        return kind.equals(WINDOWS)
                ? new SqlServerLogin.Windows(database.optionalText("domain"), user, password)
                : new SqlServerLogin.Sql(user, password);
    }

    private static Patience patience(SettingsSection database) {
        Patience usual = Patience.USUAL;
        return new Patience(
                Duration.ofMinutes(database.integer("silence_minutes", usual.silence().toMinutes(), 1,
                        LONGEST_SILENCE_MINUTES)),
                Duration.ofHours(database.integer("total_hours", usual.total().toHours(), 1, LONGEST_HOURS)),
                usual.stopping());
    }

    private static Optional<Path> optionalPath(SettingsSection section, String key) {
        return section.optionalText(key).map(text -> section.path(key));
    }
}
