package br.com.dmbackup.cli.restore;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.catalog.Reconciliation;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.engine.Proof;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.restore.RestoreOutcome;
import br.com.dmbackup.core.restore.Room;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore [SLOT|FILE] --to NAME | --replace [--in-place]}: a database out of an archive. */
@Command(name = "restore")
public final class RestoreCommand implements Verb {
    @Parameters(arity = "0..1", paramLabel = "${bundle:label.archive}", descriptionKey = "restore.archive")
    @Nullable
    String archive;

    @ArgGroup(multiplicity = "1")
    Where where = new Where();

    @Option(names = "--yes")
    boolean yes;

    @Option(names = "--in-place", descriptionKey = "dmbackup.restore.in_place")
    boolean inPlace;

    @Option(names = "--from", paramLabel = "${bundle:label.name}", descriptionKey = "dmbackup.restore.from")
    @Nullable
    String from;

    @Mixin
    private final TypedLogin login = new TypedLogin();

    /** One of the two must be said. */
    static final class Where {
        @Option(names = "--to", paramLabel = "${bundle:label.database}", descriptionKey = "dmbackup.restore.to")
        @Nullable
        String to;

        @Option(names = "--replace", descriptionKey = "dmbackup.restore.replace")
        boolean replace;
    }

    @Override
    public ExitCode run(Session session) {
        if (inPlace && !where.replace) {
            throw BackupFault.of(FaultCode.USAGE, session.texts().text("usage.exclusive", "--to", "--in-place"));
        }
        Wanted wanted = inWorkingFolder(session, archive == null ? new Wanted.Newest() : Wanted.parse(archive));
        try (OpenHome home = OpenHome.toChange(session, "restore", sound -> login.in(session, sound))) {
            lookThere(session, home.here());
            DatabaseRestore restore = new DatabaseRestore(home.here(), session.output(), Optional.ofNullable(from));
            RestoreOutcome outcome;
            String to = where.to;
            if (to == null) {
                home.here().engine().requireReplaceable();
                requireOverwritable(home.here());
                confirm(session, home.here());
                outcome = restore.replacing(wanted, inPlace ? Room.IN_PLACE_WHERE_NEEDED : Room.BESIDE);
            } else {
                outcome = restore.toNew(wanted, to);
            }
            tell(session, outcome, home.here().engine().proof());
            return ExitCode.OK;
        }
    }

    /** The catalog of a machine that took another's place knows nothing yet of what is there. */
    private void lookThere(Session session, Installation here) {
        String place = from;
        if (place != null) {
            Destination destination = here.remote(place)
                    .orElseThrow(() -> BackupFault.of(FaultCode.BACKUP_UNKNOWN, place));
            new Reconciliation(here.catalog(), here.layout()).reconcile(place, destination)
                    .forEach(session.output()::notice);
        }
    }

    private static Wanted inWorkingFolder(Session session, Wanted wanted) {
        return wanted instanceof Wanted.InFile file ? new Wanted.InFile(session.path(file.file())) : wanted;
    }

    /** Asked before the person is. */
    private void requireOverwritable(Installation here) {
        if (inPlace && !here.engine().canOverwrite()) {
            throw BackupFault.of(FaultCode.IN_PLACE_UNSUPPORTED, here.engine().kind());
        }
    }

    /**
     * Replacing the live database is confirmed by typing its name, or by {@code --yes}; that it may be overwritten, by
     * {@code --in-place} besides.
     */
    private void confirm(Session session, Installation here) {
        if (yes) {
            return;
        }
        String name = here.engine().databaseName();
        String question = session.texts().text(inPlace ? "restore.confirm_in_place" : "restore.confirm", name);
        String typed = session.ask(question)
                .orElseThrow(() -> BackupFault.of(FaultCode.CONFIRMATION_NEEDED, "--yes"));
        if (!typed.strip().equals(name)) {
            throw BackupFault.of(FaultCode.CONFIRMATION_NEEDED, name);
        }
    }

    private static void tell(Session session, RestoreOutcome outcome, Proof proof) {
        outcome.keptOldDatabase()
                .ifPresent(kept -> session.output().notice(Notice.of(NoticeCode.OLD_DATABASE_KEPT, kept)));
        boolean file = proof == Proof.BYTES;
        session.output().line(outcome.database().target().replaces()
                ? session.texts().text(file ? "restore.file_replaced" : "restore.replaced", outcome.from())
                : session.texts().text(file ? "restore.file_made" : "restore.made", outcome.database().name(),
                        outcome.from()));
        if (outcome.comparison().tables() > 0) {
            session.output().line(session.texts().text(
                    outcome.comparison().equal() ? "restore.rows" : "restore.rows_differ",
                    outcome.comparison().tables(), outcome.comparison().rows()));
            outcome.comparison().differences().forEach(line -> session.output().line("    " + line));
        }
        session.output().result(plain(outcome));
    }

    private static Map<String, Object> plain(RestoreOutcome outcome) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("from", outcome.from());
        outcome.manifest().ifPresent(manifest -> plain.put("backup", manifest.backup().toString()));
        plain.put("database", outcome.database().name());
        plain.put("tables", outcome.comparison().tables());
        plain.put("rows", outcome.comparison().rows());
        plain.put("differences", outcome.comparison().differences());
        outcome.keptOldDatabase().ifPresent(kept -> plain.put("oldDatabase", kept));
        return plain;
    }
}
