package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.spool.FileSpool;
import br.com.dmbackup.agent.work.JobEnd.How;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.engine.Proof;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.restore.RestoreOutcome;
import br.com.dmbackup.core.restore.Room;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.RestoreWay;
import java.util.List;
import java.util.Optional;

/** Brings a backup back: in the live database's place, which whoever asked has confirmed, or beside it. */
public record RestoreJob(Source source, RestoreWay way, Optional<String> place) implements Job {

    /** Where the archive comes from. */
    public sealed interface Source {
        /** From one of our places. */
        record OfOurs(Wanted wanted) implements Source {}

        /** From a file that was sent. */
        record Sent(FileSpool spool, String id) implements Source {}
    }

    @Override
    public String verb() {
        return "restore";
    }

    @Override
    public JobEnd run(Installation here, WorkListener listener, Turn turn) {
        return switch (source) {
            case Source.OfOurs ours -> run(here, listener, ours.wanted());
            case Source.Sent sent -> {
                JobEnd end = sent.spool().use(sent.id(),
                        (file, name) -> run(here, listener, new Wanted.InFile(file, name)));
                sent.spool().drop(sent.id());
                yield end;
            }
        };
    }

    private JobEnd run(Installation here, WorkListener listener, Wanted wanted) {
        DatabaseRestore restore = new DatabaseRestore(here, listener, place);
        RestoreOutcome outcome = switch (way) {
            case BESIDE -> restore.beside(wanted);
            case OVER -> restore.replacing(wanted);
            case IN_PLACE -> restore.replacing(wanted, Room.IN_PLACE_WHERE_NEEDED);
        };
        Phrase kept = outcome.keptOldDatabase().<Phrase>map(name -> Phrase.of("job.old_kept", name))
                .orElse(words -> "");
        Phrase made = summary(here, outcome, wanted);
        return new JobEnd(How.SUCCEEDED, words -> (made.in(words) + " " + kept.in(words)).strip(), List.of(),
                outcome.manifest().map(manifest -> manifest.backup().toString()));
    }

    private Phrase summary(Installation here, RestoreOutcome outcome, Wanted wanted) {
        int tables = outcome.comparison().tables();
        long rows = outcome.comparison().rows();
        if (here.engine().proof() == Proof.BYTES) {
            return Phrase.of("job.restored_bytes", outcome.database().name());
        }
        if (way == RestoreWay.BESIDE) {
            return Phrase.of("job.restored_beside", outcome.database().name(), tables, rows);
        }
        return wanted instanceof Wanted.InFile
                ? Phrase.of("job.restored_file", tables, rows)
                : Phrase.of("job.restored", outcome.from(), tables, rows);
    }
}
