package br.com.dmbackup.terminal.receiver;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.link.wire.ArchiveLine;
import br.com.dmbackup.link.wire.ArchiveSort;
import br.com.dmbackup.link.wire.Limits;
import br.com.dmbackup.link.wire.Listing;
import br.com.dmbackup.link.wire.Sha256Hash;
import br.com.dmbackup.terminal.vault.StoreVault;
import br.com.dmbackup.terminal.vault.VaultArchive;
import java.util.HexFormat;
import java.util.List;

/** The list of a server's archives as it crosses the wire. */
record ArchiveLines(StoreVault vault) {
    void send(TimedConnection line) {
        List<ArchiveLine> lines = vault.list().stream().map(ArchiveLines::line).toList();
        int from = 0;
        do {
            int to = Math.min(lines.size(), from + Limits.LINES);
            line.send(new Listing.Archives(to == lines.size(), lines.subList(from, to)));
            from = to;
        } while (from < lines.size());
        line.flush();
    }

    /** Of one that is damaged nothing is said that was inside, so that the server looks for itself. */
    static ArchiveLine line(VaultArchive archive) {
        boolean sound = !archive.damaged();
        return new ArchiveLine(archive.name().value(), archive.sizeBytes(), archive.modifiedAt().toEpochMilli(),
                sort(archive.kind()), archive.backup().filter(id -> sound).map(BackupId::value),
                archive.dumpDigest().filter(digest -> sound)
                        .map(digest -> Sha256Hash.of(HexFormat.of().parseHex(digest))));
    }

    private static ArchiveSort sort(VaultArchive.Kind kind) {
        return switch (kind) {
            case SLOT -> ArchiveSort.SLOT;
            case NEWEST -> ArchiveSort.NEWEST;
            case SUSPICIOUS -> ArchiveSort.SUSPICIOUS;
            case ASIDE, ADOPTED -> ArchiveSort.ASIDE;
            case DAILY -> ArchiveSort.DAILY;
        };
    }
}
