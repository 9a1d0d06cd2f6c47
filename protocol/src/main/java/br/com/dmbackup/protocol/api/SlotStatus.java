package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One slot and what stands in it at each place.
 *
 * @param slot such as {@code 09h}
 * @param backup id of the newest backup of that slot; none where only another program's archive stands there
 * @param provenAt when a restore drill of it passed
 */
public record SlotStatus(String slot, Optional<String> backup, Optional<Instant> startedAt, long archiveBytes,
        Optional<Instant> provenAt, List<Place> places) {

    /**
     * @param state {@code HELD}, {@code DAMAGED}, {@code GONE}, {@code OWED}, {@code FOREIGN} or {@code EMPTY}
     * @param verifiedAt when every block of it was last compared
     */
    public record Place(String name, String state, Optional<Instant> verifiedAt) {}
}
