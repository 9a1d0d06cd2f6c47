package br.com.dmbackup.core.adopt;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Whether two archives are the same to the last byte. */
final class SameBytes {
    private static final int BUFFER_BYTES = 256 << 10;

    private SameBytes() {}

    /** Reads both and closes them. */
    static boolean in(ReadableByteChannel one, ReadableByteChannel other, ArchiveName name) {
        ByteBuffer ours = ByteBuffer.allocate(BUFFER_BYTES);
        ByteBuffer theirs = ByteBuffer.allocate(BUFFER_BYTES);
        try (one; other) {
            do {
                fill(one, ours);
                fill(other, theirs);
                if (!ours.equals(theirs)) {
                    return false;
                }
            } while (ours.hasRemaining());
            return true;
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, name, FileWords.of(e)).causedBy(e);
        }
    }

    private static void fill(ReadableByteChannel from, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = from.read(buffer);
        }
        buffer.flip();
    }
}
