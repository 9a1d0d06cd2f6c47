package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.destination.ArchiveName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A finished archive of a pairing.
 *
 * @param backup none where the archive is not ours or its manifest is damaged
 * @param dumpDigest none where the archive is not ours or its index is damaged
 * @param damaged whether something in it was found not to be right
 */
public record VaultArchive(ArchiveName name, long sizeBytes, Instant modifiedAt, Kind kind, Optional<BackupId> backup,
        Optional<String> dumpDigest, boolean damaged) {

    /** What they take together; a second name takes nothing. */
    public static long usedBytes(List<VaultArchive> archives) {
        return archives.stream().filter(archive -> archive.kind() != Kind.NEWEST).mapToLong(VaultArchive::sizeBytes)
                .sum();
    }

    /** What an archive is there for. */
    public enum Kind {
        /** In the slot of its hour. */
        SLOT,
        /** A second name of the newest backup. */
        NEWEST,
        /** In the ring of suspicious backups. */
        SUSPICIOUS,
        /** Was replaced in its slot, and is kept for two days. */
        ASIDE,
        /** Was replaced in its slot, and is kept for two weeks as the first of its day. */
        DAILY,
        /** Not made by this terminal: found in the folder, and never touched. */
        ADOPTED
    }
}
