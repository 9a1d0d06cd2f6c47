package br.com.dmbackup.cli.sqlserver;

import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.engine.sqlserver.SqlServerEngine;
import br.com.dmbackup.engine.sqlserver.setup.GrantsScript;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sqlserver grants}: a script on the output, to be run by an administrator of the server. */
@Command(name = "grants")
public final class GrantsCommand implements Verb {
    /** What a login for backups alone is called when nobody says otherwise. */
    private static final String USUAL_LOGIN = "dmbackup";
    /** Has all rights, and a script for it would be a mistake. */
    private static final String ADMINISTRATOR = "sa";

    @Option(names = "--database", paramLabel = "${bundle:label.database}")
    @Nullable
    String database;

    @Option(names = "--login", paramLabel = "${bundle:label.user}")
    @Nullable
    String login;

    @Override
    public ExitCode run(Session session) {
        GrantsScript script = script(session);
        script.text(session.words()).lines().forEach(session.output()::line);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("database", script.database());
        result.put("login", script.login());
        result.put("script", script.text(session.words()));
        session.output().result(result);
        return ExitCode.OK;
    }

    /** For the database of the settings, or for one that is named before there are any. */
    private GrantsScript script(Session session) {
        String named = database;
        if (named != null) {
            return new GrantsScript(named, Optional.ofNullable(login).orElse(USUAL_LOGIN));
        }
        if (!Files.exists(new Home(session.home()).settingsFile())) {
            throw BackupFault.of(FaultCode.USAGE, session.texts().text("usage.missing", "--database"));
        }
        try (DatabaseEngine engine = new Composition(session).settings().engine()
                .apply(session.surroundings().clock())) {
            if (!(engine instanceof SqlServerEngine ours)) {
                throw BackupFault.of(FaultCode.USAGE,
                        session.texts().text("sqlserver.other_engine", engine.kind()));
            }
            return ours.grants(Optional.ofNullable(login)
                    .or(() -> Optional.of(ours.login()).filter(user -> !user.equalsIgnoreCase(ADMINISTRATOR)))
                    .orElse(USUAL_LOGIN));
        }
    }
}
