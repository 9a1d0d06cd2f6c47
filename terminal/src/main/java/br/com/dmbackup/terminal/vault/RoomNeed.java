package br.com.dmbackup.terminal.vault;

import java.util.Map;

/**
 * What the archives of one server take at most, told before they come. All lengths are in bytes.
 *
 * @param archiveBytes length of one archive
 * @param slots of the 24 slots and one that is being made
 * @param asides of what slots replace in two days of hourly backups
 * @param dailies of one copy a day for two weeks
 * @param suspicious of the ring of suspicious backups, which goes first when room is short
 * @param spool of blocks on their way
 */
public record RoomNeed(long archiveBytes, long slots, long asides, long dailies, long suspicious, long spool) {
    private static final int SLOTS = 24;
    private static final int ASIDES = 48;
    private static final int DAILIES = 14;
    private static final int RING = 24;

    /** As archives are so long. */
    public static RoomNeed ofArchives(long archiveBytes) {
        return new RoomNeed(archiveBytes, (SLOTS + 1) * archiveBytes, ASIDES * archiveBytes, DAILIES * archiveBytes,
                RING * archiveBytes, archiveBytes);
    }

    /** As plain values. */
    public void told(Map<String, Object> into) {
        into.put("neededBytes", totalBytes());
        into.put("slotBytes", slots);
        into.put("asideBytes", asides);
        into.put("dailyBytes", dailies);
    }

    /** What must be there: everything but the ring. */
    public long totalBytes() {
        return slots + asides + dailies + spool;
    }
}
