package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.archive.zip.ZipBytes;
import br.com.dmbackup.core.archive.zip.ZipEntry;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A dump read as the ordinary ZIP entry that it is: from its first byte to its last, with its CRC-32 and length as the
 * only proof.
 *
 * @param archive the archive's name, for faults
 * @param method stored or deflate
 * @param offset where its encoded bytes begin
 */
record PlainDump(ZipBytes bytes, String archive, int method, long offset, long encodedBytes, long plainBytes,
        int crc32) {
    private static final int PIECE = 256 << 10;

    /** Takes the dump's bytes in their order. */
    @FunctionalInterface
    interface Sink {
        void write(ByteBuffer plain);
    }

    /** Gives the dump to the sink, never more than its declared length, and says whether it was right to the end. */
    boolean copyTo(Sink sink, Progress progress) {
        var crc = new CRC32();
        var counting = new Counting(plain -> {
            crc.update(plain.duplicate());
            sink.write(plain);
        }, plainBytes, progress);
        boolean whole = method == ZipEntry.STORED ? stored(counting) : inflated(counting);
        return whole && counting.left == 0 && (int) crc.getValue() == crc32;
    }

    private boolean stored(Counting sink) {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long done = 0; done < encodedBytes; done += piece.limit()) {
            read(done, piece);
            if (!sink.take(piece.array(), piece.limit())) {
                return false;
            }
        }
        return true;
    }

    private boolean inflated(Counting sink) {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        var plain = new byte[PIECE];
        try (var inflater = new Inflater(true)) {
            for (long done = 0; done < encodedBytes; done += piece.limit()) {
                read(done, piece);
                inflater.setInput(piece.array(), 0, piece.limit());
                int length;
                while ((length = inflater.inflate(plain)) > 0) {
                    if (!sink.take(plain, length)) {
                        return false;
                    }
                }
                if (inflater.needsDictionary()) {
                    return false;
                }
            }
            return inflater.finished() && inflater.getBytesRead() == encodedBytes;
        } catch (DataFormatException e) {
            return false;
        }
    }

    private void read(long done, ByteBuffer piece) {
        if (Thread.currentThread().isInterrupted()) {
            throw BackupFault.of(FaultCode.CANCELLED, archive);
        }
        piece.clear().limit((int) Math.min(PIECE, encodedBytes - done));
        try {
            bytes.read(offset + done, piece);
        } catch (IOException e) {
            throw IoFaults.reading(archive, e);
        }
        piece.flip();
    }

    private static final class Counting {
        private final Sink sink;
        private final long total;
        private final Progress progress;
        private long left;

        Counting(Sink sink, long total, Progress progress) {
            this.sink = sink;
            this.total = total;
            this.progress = progress;
            this.left = total;
        }

        boolean take(byte[] plain, int length) {
            if (length > left) {
                return false;
            }
            sink.write(ByteBuffer.wrap(plain, 0, length));
            left -= length;
            progress.advanced(total - left, total);
            return true;
        }
    }
}
