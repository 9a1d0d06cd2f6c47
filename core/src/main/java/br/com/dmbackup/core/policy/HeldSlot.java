package br.com.dmbackup.core.policy;

import br.com.dmbackup.core.backup.Slot;
import java.time.Instant;

/**
 * A slot of this machine with what stands in it.
 *
 * @param startedAt start of the run that made the backup; for an adopted archive, its file's time
 * @param archiveBytes its length
 * @param adopted whether another program made it
 */
public record HeldSlot(Slot slot, Instant startedAt, long archiveBytes, boolean adopted) {}
