package br.com.dmbackup.cli.backup;

import br.com.dmbackup.cli.Failure;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Told;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.catalog.CatalogedBackup;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.deliver.OwedFault;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.run.ManualBackup.Copy;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells how a run ended: the same words after {@code backup} and after {@code init}. */
public final class RunReport {
    private final Session session;
    private final Installation here;

    public RunReport(Session session, Installation here) {
        this.session = session;
        this.here = here;
    }

    /** Tells the outcome, and gives the command's exit code. A failed run is thrown as its fault. */
    public ExitCode tell(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Succeeded made -> {
                made("SUCCEEDED", CatalogedBackup.of(made.manifest()), made.placement(), made.deliveredTo());
                yield ExitCode.OK;
            }
            case RunOutcome.Partial made -> {
                made("PARTIAL", CatalogedBackup.of(made.manifest()), made.placement(), made.deliveredTo());
                made.faults().forEach(this::fault);
                session.output().shortfall(Failure.of(OwedFault.of(made.faults().getFirst(), here), session.words()));
                yield ExitCode.PARTIAL;
            }
            case RunOutcome.Failed failed -> throw failed.fault();
            case RunOutcome.Skipped skipped -> {
                session.output().line(session.texts().text("backup.skipped",
                        Told.moment(session, here.zone(), skipped.dueAt())));
                session.output().result(Map.of("outcome", "SKIPPED", "dueAt", skipped.dueAt().toString()));
                yield ExitCode.SKIPPED;
            }
        };
    }

    /** The same for a run whose archive was also copied into a folder. */
    ExitCode tell(RunOutcome outcome, Copy copy) {
        ExitCode code = tell(outcome);
        tell(session, copy, here.zone());
        return code;
    }

    /** Tells of the copy that a person takes along. */
    static void tell(Session session, Copy copy, ZoneId zone) {
        copy.replaced().ifPresent(when -> session.output()
                .line(session.texts().text("backup.manual.replaced", Told.moment(session, zone, when))));
        session.output().line(session.texts().text("backup.manual.file", copy.file(), copy.archiveBytes()));
    }

    /** Tells of a backup that was made, and where it is now. */
    void made(String outcome, CatalogedBackup backup, Placement placement, List<String> deliveredTo) {
        session.output().line(session.texts().text("backup.made", backup.slot().folderName(),
                placement.sizeBytes(), backup.dumpBytes()));
        session.output().line(session.texts().text("backup.place",
                here.place(placement.place()).location() + "/" + placement.name()));
        for (String destination : deliveredTo) {
            session.output().line(session.texts().text("backup.copied", destination,
                    here.place(destination).location() + "/" + placement.name()));
        }
        if (here.remotes().isEmpty()) {
            session.output().notice(Notice.of(NoticeCode.LOCAL_ONLY));
        }
        session.output().result(result(outcome, backup, placement, deliveredTo));
    }

    private void fault(BackupFault fault) {
        Phrase why = fault::text;
        session.output().notice(OwedFault.ofADelivery(fault, here)
                ? Notice.of(NoticeCode.DELIVERY_OWED, fault.arguments()[0].toString(), why)
                : Notice.of(NoticeCode.AFTER_BACKUP, why));
        session.output().line(session.texts().text("output.hint", fault.hint(session.words())));
    }

    private static Map<String, Object> result(String outcome, CatalogedBackup backup, Placement placement,
            List<String> deliveredTo) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("outcome", outcome);
        result.put("backup", backup.id().toString());
        result.put("slot", backup.slot().folderName());
        result.put("startedAt", backup.startedAt().toString());
        result.put("dumpBytes", backup.dumpBytes());
        result.put("archiveBytes", placement.sizeBytes());
        result.put("place", placement.place());
        result.put("name", placement.name().value());
        result.put("deliveredTo", deliveredTo);
        return result;
    }
}
