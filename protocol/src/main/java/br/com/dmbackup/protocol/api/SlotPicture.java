package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One slot at one place. What is said of a backup is said of the one that stands there, which where a newer one is owed is
 * an older one, or none.
 *
 * @param slot such as {@code 09h}
 * @param backup id of the backup that stands there
 * @param startedAt when it was made
 * @param archiveBytes length of its archive there; 0 where none stands
 * @param verifiedAt when every block of it was last compared there
 * @param provenAt when a restore drill of it passed
 */
public record SlotPicture(String slot, SlotState state, Optional<String> backup, Optional<Instant> startedAt,
        long archiveBytes, Optional<Instant> verifiedAt, Optional<Instant> provenAt) {}
