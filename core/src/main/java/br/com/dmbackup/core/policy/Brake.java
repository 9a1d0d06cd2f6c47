package br.com.dmbackup.core.policy;

import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.policy.Finding.Reason;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a dump may take a slot. One that is no dump at all, that lost its tables or turned to noise may be the work of a
 * broken program or of an intruder: it is kept, but beside ({@link SuspectRing}), never over a slot.
 *
 * <p>All measures are against the store's own last good backups, so one good backup is enough to begin with, and a day of
 * bad ones does not become the measure of the next. How many blocks are new never speaks against a dump by itself:
 * rebuilding a database makes all of them new.
 */
public final class Brake {
    /** So many good backups are looked back at: three days of hours. */
    public static final int HISTORY = 72;

    private final List<DumpMeasure> good;
    private final boolean everyTable;

    /**
     * @param good the last good backups of this database, newest first; {@link #HISTORY} at most
     * @param everyTable whether the engine counts every table, so that one that is not counted is not there
     */
    public Brake(List<DumpMeasure> good, boolean everyTable) {
        this.good = List.copyOf(good);
        this.everyTable = everyTable;
    }

    /** What was decided. */
    public sealed interface Verdict permits Normal, Suspicious {}

    /** Nothing speaks against it. */
    public record Normal() implements Verdict {}

    /** @param findings what speaks against it, at least one thing */
    public record Suspicious(List<Finding> findings) implements Verdict, Phrase {
        /** The reasons, in words. */
        @Override
        public String in(Messages messages) {
            return findings.stream().map(finding -> finding.in(messages)).collect(Collectors.joining("; "));
        }

        public List<Reason> reasons() {
            return findings.stream().map(Finding::reason).toList();
        }
    }

    /** @param recognised whether the engine recognises the dump's first bytes */
    public Verdict judge(DumpMeasure dump, boolean recognised) {
        if (dump.dumpBytes() == 0) {
            return new Suspicious(List.of(Finding.of(Reason.EMPTY)));
        }
        if (!recognised) {
            return new Suspicious(List.of(Finding.of(Reason.WRONG_MAGIC, dump.dumpBytes())));
        }
        List<Finding> findings = new ArrayList<>();
        RowLoss.of(dump, good, everyTable).ifPresent(findings::add);
        Shrinkage.of(dump, good).ifPresent(findings::add);
        Scrambling.of(dump, good).ifPresent(findings::add);
        return findings.isEmpty() ? new Normal() : new Suspicious(findings);
    }
}
