package br.com.dmbackup.core.policy;

import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.policy.Finding.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether data turned to noise, as encryption makes it. The length of what the archive could not compress away is a
 * measure of the information in a dump. Rebuilding, reordering or purging a database leaves or lowers it, however many
 * blocks become new; honest new data raises it by less than they make the dump grow. Encryption raises it without that.
 */
final class Scrambling {
    /** Below this nothing is said: a small database changes by blocks, not by shares. */
    private static final long LEAST_BYTES = 64 << 10;
    /** The information grows by less than this through mere rearranging. */
    private static final double REARRANGED = 0.15;
    /** Of the room that is left up to a dump that is nothing but noise. */
    private static final double QUARTER = 0.25;
    /** Of what was overwritten, so much may have become denser. */
    private static final double OF_OVERWRITTEN = 0.25;
    /** The information grows by less than this through anything honest that does not make the dump grow as well. */
    private static final double HONEST = 0.4;
    private static final double NOISE = 0.93;
    private static final double WELL_COMPRESSIBLE = 0.5;
    /** What a store's own backups did so often is its habit. */
    private static final int HABIT = 3;

    private Scrambling() {}

    static Optional<Finding> of(DumpMeasure dump, List<DumpMeasure> good) {
        Optional<DumpMeasure> last = good.stream().filter(Scrambling::measured).findFirst();
        if (last.isEmpty() || !measured(dump)) {
            return Optional.empty();
        }
        boolean scrambled = surplus(dump, last.get()) >= tolerated(dump, last.get(), habit(good))
                || (share(dump) >= NOISE && share(last.get()) <= WELL_COMPRESSIBLE
                        && dump.dumpBytes() >= LEAST_BYTES);
        return scrambled
                ? Optional.of(Finding.of(Reason.SCRAMBLED, percent(dump), percent(last.get())))
                : Optional.empty();
    }

    /** How much more information there is than the dump's growth can have brought, in bytes. */
    private static double surplus(DumpMeasure dump, DumpMeasure last) {
        return encoded(dump) - encoded(last) - brought(dump, last);
    }

    /**
     * What growth may have brought. Where everything else stayed as it was, new rows or pictures of any sort; where
     * everything was written anew, more of the same sort, for text that holds noise grows too. New rows may also fill
     * room that was there before. A database that trebles is another one.
     */
    private static double brought(DumpMeasure dump, DumpMeasure last) {
        double grown = Math.max(0, dump.dumpBytes() - last.dumpBytes());
        if (grown > 2.0 * last.dumpBytes()) {
            return Double.MAX_VALUE;
        }
        double kept = based(dump).map(traits -> 1 - overwritten(dump, last, traits) / last.dumpBytes()).orElse(1.0);
        return grown * (share(last) + kept * (1 - share(last))) + encoded(last) * newRows(dump, last);
    }

    /** As a share of those that there were. */
    private static double newRows(DumpMeasure dump, DumpMeasure last) {
        long before = rows(last);
        return before == 0 ? 0 : Math.max(0, (double) rows(dump) / before - 1);
    }

    private static long rows(DumpMeasure dump) {
        return dump.rowCounts().values().stream().mapToLong(Long::longValue).sum();
    }

    private static double tolerated(DumpMeasure dump, DumpMeasure last, double habit) {
        double room = last.dumpBytes() - encoded(last);
        double least = Math.min(REARRANGED * encoded(last), QUARTER * room);
        double rewritten = based(dump)
                .map(traits -> OF_OVERWRITTEN * overwritten(dump, last, traits) * (1 - share(last)))
                .orElse(QUARTER * room);
        double tolerated = Math.max(least, Math.min(rewritten, HONEST * encoded(last)));
        return Math.max(LEAST_BYTES, Math.max(tolerated, Math.min(2 * habit, room / 2)));
    }

    /** The surplus that this store's own good backups reached several times over the ones before them. */
    private static double habit(List<DumpMeasure> good) {
        List<DumpMeasure> known = good.stream().filter(Scrambling::measured).toList();
        return IntStream.range(0, Math.max(0, known.size() - 1))
                .mapToObj(i -> surplus(known.get(i), known.get(i + 1))).sorted(Comparator.reverseOrder())
                .skip(HABIT - 1L).findFirst().map(usual -> Math.max(0, usual)).orElse(0.0);
    }

    /** How many bytes of the last dump are no longer there. */
    private static double overwritten(DumpMeasure dump, DumpMeasure last, DumpTraits traits) {
        long reused = dump.dumpBytes() - traits.newBytes();
        return Math.clamp((double) last.dumpBytes() - reused, 0.0, (double) last.dumpBytes());
    }

    private static Optional<DumpTraits> based(DumpMeasure dump) {
        return dump.traits().filter(DumpTraits::based);
    }

    private static boolean measured(DumpMeasure dump) {
        return dump.dumpBytes() > 0 && dump.traits().isPresent();
    }

    private static double encoded(DumpMeasure dump) {
        return dump.traits().map(DumpTraits::encodedBytes).orElse(0L);
    }

    /** How much of it is information: 1 is noise. */
    private static double share(DumpMeasure dump) {
        return Math.min(1, encoded(dump) / dump.dumpBytes());
    }

    private static long percent(DumpMeasure dump) {
        return Math.round(100 * share(dump));
    }
}
