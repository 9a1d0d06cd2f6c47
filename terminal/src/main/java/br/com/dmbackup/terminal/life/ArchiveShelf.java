package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.TerminalArchive;
import br.com.dmbackup.terminal.vault.StoreVault;
import br.com.dmbackup.terminal.vault.VaultArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server's archives for the people at the terminal, who take one along on a pen drive. They are handed out piece by
 * piece: each is a request of its own, as a pen drive may be slower than a server waits; what was replaced meanwhile is
 * known by its tag.
 */
record ArchiveShelf(StoreVault store, ZoneId zone) {
    /** All but the second name of the newest. */
    List<Map<String, Object>> all() {
        return store.list().stream().filter(archive -> archive.kind() != VaultArchive.Kind.NEWEST).map(this::plain)
                .toList();
    }

    private Map<String, Object> plain(VaultArchive archive) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", archive.name().value());
        plain.put("kind", archive.kind().name());
        plain.put("sizeBytes", archive.sizeBytes());
        madeAt(archive).ifPresent(at -> plain.put("madeAt", at.atZone(zone).toOffsetDateTime().toString()));
        archive.backup().ifPresent(id -> plain.put("backup", id.toString()));
        plain.put("damaged", archive.damaged());
        plain.put("tag", tag(archive));
        return plain;
    }

    /** By its id, which a wrong file time does not touch. */
    private static Optional<Instant> madeAt(VaultArchive archive) {
        return archive.backup().map(BackupId::value)
                .map(id -> Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16));
    }

    private static String tag(VaultArchive archive) {
        return archive.sizeBytes() + "-" + archive.modifiedAt().toEpochMilli() + "-"
                + archive.backup().map(BackupId::toString).orElse("");
    }

    /**
     * A piece of one.
     *
     * @throws BackupFault {@code ARCHIVE_MISSING}, also when another one stands there by now
     */
    byte[] piece(String name, String tag, long offset) throws IOException {
        VaultArchive archive = store.list().stream().filter(one -> one.name().value().equals(name))
                .filter(one -> tag(one).equals(tag)).findFirst()
                .orElseThrow(() -> BackupFault.of(FaultCode.ARCHIVE_MISSING, name));
        if (offset < 0 || offset > archive.sizeBytes()) {
            throw BackupFault.of(FaultCode.ARCHIVE_TRUNCATED, name, archive.sizeBytes());
        }
        ByteBuffer piece = ByteBuffer
                .allocate((int) Math.min(TerminalArchive.LARGEST_PIECE, archive.sizeBytes() - offset));
        try (SeekableByteChannel bytes = store.open(new ArchiveName(name))) {
            bytes.position(offset);
            int read = 0;
            while (read >= 0 && piece.hasRemaining()) {
                read = bytes.read(piece);
            }
        }
        if (piece.hasRemaining()) {
            throw BackupFault.of(FaultCode.ARCHIVE_TRUNCATED, name, archive.sizeBytes());
        }
        return piece.array();
    }
}
