package br.com.dmbackup.engine.file;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.time.Duration;

/**
 * Waits until a dump stands still: the same file of the same length and time for so long, and nobody writing it where
 * the system tells. The time is counted in pauses, by no clock that somebody could set; the file's own time is compared
 * with itself alone, as a file server's clock may be any.
 *
 * @param still how long it must stand still
 * @param atMost for how long it is waited for
 */
record Settling(Duration still, Duration atMost, OpenFiles openFiles, Pause pause) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /**
     * @return the dump as it stood
     * @throws BackupFault {@code DATABASE_LOCKED} when it does not stand still in time, {@code CANCELLED}, and what a
     *         look throws
     */
    Sight await(DumpPlace place) {
        Sight seen = place.newest();
        Duration stood = Duration.ZERO;
        for (Duration waited = Duration.ZERO; stood.compareTo(still) < 0
                || openFiles.forWriting(seen.file()); waited = waited.plus(BETWEEN_LOOKS)) {
            if (waited.compareTo(atMost) >= 0) {
                throw BackupFault.of(FaultCode.DATABASE_LOCKED, seen.file(), waited.toSeconds());
            }
            rest(seen);
            Sight now = place.newest();
            stood = now.equals(seen) ? stood.plus(BETWEEN_LOOKS) : Duration.ZERO;
            seen = now;
        }
        return seen;
    }

    private void rest(Sight seen) {
        try {
            pause.of(BETWEEN_LOOKS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw BackupFault.of(FaultCode.CANCELLED, seen.file()).causedBy(interrupted);
        }
    }
}
