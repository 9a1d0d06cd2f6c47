package br.com.dmbackup.terminal.vault.protection;

import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.policy.Brake;
import br.com.dmbackup.core.policy.Brake.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether an archive may take a slot, by this terminal's own history and measures: what the server found, or says that it
 * found, does not count. The terminal knows no engine, so a dump's first bytes are not looked at, and whether an engine
 * counts every table is seen by what it did so far.
 */
public final class Judgement {
    /** With fewer counted backups nothing is said about an engine's habit. */
    private static final int HABIT = 3;

    private Judgement() {}

    /** @param good the measures of what was accepted here, the one accepted last first */
    public static Verdict of(DumpMeasure dump, List<DumpMeasure> good) {
        List<DumpMeasure> history = good.stream().limit(Brake.HISTORY).toList();
        return new Brake(history, countsEveryTable(history)).judge(dump, true);
    }

    /** Whether no table was ever missing after it had been counted. */
    private static boolean countsEveryTable(List<DumpMeasure> newestFirst) {
        Set<String> seen = new HashSet<>();
        for (DumpMeasure dump : newestFirst.reversed()) {
            if (!dump.rowCounts().keySet().containsAll(seen)) {
                return false;
            }
            seen.addAll(dump.rowCounts().keySet());
        }
        return newestFirst.size() >= HABIT && !seen.isEmpty();
    }
}
