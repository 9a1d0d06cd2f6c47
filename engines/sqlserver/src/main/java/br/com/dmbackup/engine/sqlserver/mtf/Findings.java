package br.com.dmbackup.engine.sqlserver.mtf;

import br.com.dmbackup.engine.sqlserver.mtf.MtfDoubt.Matter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a walk found wrong or unknown. Bounded, however bad the file is. */
final class Findings {
    private static final int MOST = 100;

    private final List<MtfDamage> damages = new ArrayList<>();
    private final Map<String, MtfDoubt> doubts = new LinkedHashMap<>();
    private long damageCount;

    void damage(MtfDamage damage) {
        damageCount++;
        if (damages.size() < MOST) {
            damages.add(damage);
        }
    }

    /** Damages of which only the number is known. */
    void furtherDamages(long count) {
        damageCount += count;
    }

    /** The same doubt met again is counted, not repeated. */
    void doubt(Matter matter, long offset, String what) {
        String key = matter + what;
        if (doubts.size() < MOST || doubts.containsKey(key)) {
            doubts.merge(key, new MtfDoubt(matter, offset, what, 1), (known, fresh) -> known.again());
        }
    }

    List<MtfDamage> damages() {
        return List.copyOf(damages);
    }

    long damageCount() {
        return damageCount;
    }

    List<MtfDoubt> doubts() {
        return List.copyOf(doubts.values());
    }
}
