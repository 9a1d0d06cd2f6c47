package br.com.dmbackup.testkit.destination;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.destination.ArchiveCheck;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/**
 * An archive that is only bytes: a destination does not look inside.
 *
 * @param sizeBytes what it says of itself; larger than the content for a source that ends too soon
 */
@SuppressWarnings("ArrayRecordComponent")
public record MemoryArchive(byte[] content, long sizeBytes, Instant modifiedAt) implements ArchiveSource {
    /** An even second, as FAT counts in twos. */
    public static final Instant TIME = Instant.parse("2026-11-23T12:30:40Z");

    /** Bytes that no two seeds share, the same for the same seed. */
    public static MemoryArchive of(int sizeBytes, long seed) {
        byte[] content = new byte[sizeBytes];
        new Random(seed).nextBytes(content);
        return new MemoryArchive(content, sizeBytes, TIME);
    }

    @Override
    public SeekableByteChannel open() {
        return new BytesChannel(content);
    }

    /** A check that takes exactly these bytes and tells of any others as damage. */
    public ArchiveCheck check() {
        return bytes -> {
            if (!Arrays.equals(content, read(bytes))) {
                throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, "archive", "other bytes");
            }
        };
    }

    /** All bytes of a channel. */
    public static byte[] read(SeekableByteChannel bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes.size()));
            bytes.position(0);
            int count = 0;
            while (buffer.hasRemaining() && count >= 0) {
                count = bytes.read(buffer);
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
