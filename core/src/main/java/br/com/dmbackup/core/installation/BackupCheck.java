package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.ArchiveReport;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.destination.ArchiveCheck;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;

/** The checks that bytes at a place must pass before they may bear an archive's name. */
public final class BackupCheck {
    private BackupCheck() {}

    /** It must be that backup, whole: outer structure and every encoded checksum. */
    public static ArchiveCheck encoded(BackupId expected, String name) {
        return bytes -> {
            try (ArchiveReader reader = ArchiveReader.open(bytes, name)) {
                requireBackup(reader, expected, name);
                requireSound(reader.check(CheckDepth.ENCODED, Progress.NONE), name);
            }
        };
    }

    /** It must be a ZIP whose one dump inflates to the end with the right checksum; for archives of other programs. */
    public static ArchiveCheck foreign(String name) {
        return bytes -> {
            try (ArchiveReader reader = ArchiveReader.open(bytes, name)) {
                requireSound(reader.check(CheckDepth.FULL, Progress.NONE), name);
            }
        };
    }

    /** Throws {@code ARCHIVE_DAMAGED} when a report names damage. */
    public static void requireSound(ArchiveReport report, String name) {
        if (!report.sound()) {
            throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, name, report.damages().getFirst().words());
        }
    }

    /** Throws {@code ARCHIVE_DAMAGED} when a copy holds another backup than the one noted for it. */
    public static void requireNoted(ArchiveReader reader, ArchiveCopy copy) {
        copy.placement().flatMap(Placement::backup).ifPresent(noted -> {
            if (reader.manifest().filter(manifest -> !manifest.backup().equals(noted)).isPresent()) {
                throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, copy.description(),
                        Phrase.of("why.another_backup"));
            }
        });
    }

    /** Throws {@code ARCHIVE_DAMAGED} when the archive is not that backup. */
    public static void requireBackup(ArchiveReader reader, BackupId expected, String name) {
        boolean same = reader.manifest().filter(manifest -> manifest.backup().equals(expected)).isPresent();
        if (!same) {
            throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, name, Phrase.of("why.another_backup"));
        }
    }
}
