package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The 24 slots of one place.
 *
 * @param name {@code local} or the destination's name
 * @param owed how many backups it does not have yet
 * @param newestAt when the newest backup was made that it has in a slot
 * @param withoutCopySince since when it has had no copy of what was backed up; none where it has them all
 * @param slots always 24, in the order of the day
 */
public record PlacePicture(String name, int owed, Optional<Instant> newestAt, Optional<Instant> withoutCopySince,
        List<SlotPicture> slots) {}
