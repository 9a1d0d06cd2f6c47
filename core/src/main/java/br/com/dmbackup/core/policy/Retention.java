package br.com.dmbackup.core.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which slots of this machine may be given up. Never the newest; the oldest first; what was adopted only once there are
 * {@link #OWN_BEFORE_ADOPTED} backups of our own; and only when the newest is safe.
 */
public final class Retention {
    /** So many backups of our own must exist before an adopted archive may go or be replaced. */
    public static final int OWN_BEFORE_ADOPTED = 24;

    /** Where the newest backup is besides here. */
    public enum Safety {
        /** Delivered to another destination, and checked there. */
        ELSEWHERE,
        /** Another destination is configured, but does not have it yet. */
        OWED,
        /** There is no other destination. */
        HERE_ALONE
    }

    private Retention() {}

    /**
     * What goes because fewer slots are kept than there are hours. Where there is no other destination the setting alone
     * decides: its smaller number would otherwise mean nothing.
     *
     * @param localSlots how many stay
     * @param ownBackups how many good backups of our own exist
     */
    public static List<HeldSlot> surplus(Collection<HeldSlot> held, int localSlots, Safety newest, int ownBackups) {
        int tooMany = held.size() - localSlots;
        return newest == Safety.OWED || tooMany <= 0
                ? List.of()
                : candidates(held, ownBackups).stream().limit(tooMany).toList();
    }

    /**
     * What goes because room is short: as few as give the room, or all that may go when even they do not; nothing while
     * the newest is here alone.
     *
     * @param missingBytes how much more room is needed
     */
    public static List<HeldSlot> forRoom(Collection<HeldSlot> held, long missingBytes, Safety newest, int ownBackups) {
        List<HeldSlot> given = new ArrayList<>();
        if (newest != Safety.ELSEWHERE) {
            return given;
        }
        long missing = missingBytes;
        for (HeldSlot slot : candidates(held, ownBackups)) {
            if (missing <= 0) {
                break;
            }
            given.add(slot);
            missing -= slot.archiveBytes();
        }
        return given;
    }

    private static List<HeldSlot> candidates(Collection<HeldSlot> held, int ownBackups) {
        List<HeldSlot> oldestFirst = held.stream().sorted(Comparator.comparing(HeldSlot::orderedAt)).toList();
        return oldestFirst.stream().limit(Math.max(0, oldestFirst.size() - 1))
                .filter(slot -> !slot.adopted() || ownBackups >= OWN_BEFORE_ADOPTED).toList();
    }
}
