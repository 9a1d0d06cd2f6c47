package br.com.dmbackup.core.policy;

import java.util.List;
import java.util.OptionalInt;

/**
 * How much room this machine needs for its slots, with a tenth more for growth: an archive for each slot, one that is
 * being made while the old one still stands, and the dumps that lie beside.
 *
 * @param archiveBytes length of one archive, as the last one or as estimated
 * @param dumpFilesBytes dumps that are files: the one being made, and the kept one; 0 for an engine that streams
 * @param newestIsCopy whether {@code MCDados.zip} is a copy, as the disk cannot link
 */
public record SpaceNeed(long archiveBytes, long dumpFilesBytes, boolean newestIsCopy) {
    /** The numbers of slots that are offered. */
    public static final List<Integer> OFFERED = List.of(24, 12, 8, 6, 4, 3, 2, 1);

    /** The room for so many slots, all of it together. */
    public long bytesFor(int slots) {
        long archives = Math.multiplyExact(archiveBytes, slots + 1L + (newestIsCopy ? 1 : 0));
        long all = Math.addExact(archives, dumpFilesBytes);
        return Math.addExact(all, all / 10);
    }

    /** The largest offered number of slots for which the room is enough; none when it is not enough for one. */
    public OptionalInt slotsThatFit(long usableBytes) {
        return OFFERED.stream().mapToInt(Integer::intValue).filter(slots -> bytesFor(slots) <= usableBytes)
                .findFirst();
    }
}
