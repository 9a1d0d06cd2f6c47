package br.com.dmbackup.core.policy;

import br.com.dmbackup.core.backup.Slot;
import java.time.Instant;

/**
 * A slot of this machine with what stands in it.
 *
 * @param orderedAt the backup's place in the order of making; the beginning of time for what is no backup of ours
 * @param archiveBytes its length
 * @param adopted whether another program made it
 */
public record HeldSlot(Slot slot, Instant orderedAt, long archiveBytes, boolean adopted) {}
