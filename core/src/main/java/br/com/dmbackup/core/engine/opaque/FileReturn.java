package br.com.dmbackup.core.engine.opaque;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.engine.FileRestore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.core.engine.onefile.FileFamily;
import br.com.dmbackup.core.engine.onefile.Scratch;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;

/** One dump on its way back, under a scratch name until it is seen to be whole. */
final class FileReturn implements FileRestore {
    private final RestoreTarget target;
    private final Path finalName;
    private final Path scratch;
    private final long dumpBytes;
    private final DumpMarks marks;
    private boolean finished;

    FileReturn(RestoreTarget target, Path finalName, Path scratch, long dumpBytes, DumpMarks marks) {
        this.target = target;
        this.finalName = finalName;
        this.scratch = scratch;
        this.dumpBytes = dumpBytes;
        this.marks = marks;
    }

    @Override
    public Path dumpFile() {
        return scratch;
    }

    /** That the bytes are those that were kept, the archive has checked block by block while it gave them. */
    @Override
    public RestoredDatabase finish() {
        try {
            check();
            FileFamily.makeDurable(scratch);
            Path name = scratch;
            if (target instanceof RestoreTarget.NewDatabase) {
                Scratch.publish(scratch, finalName, FileFamily.ALONE);
                name = finalName;
            }
            finished = true;
            return new RestoredDatabase(name.toString(), target, new TreeMap<>());
        } catch (ClosedByInterruptException interrupted) {
            throw BackupFault.of(FaultCode.CANCELLED, finalName).causedBy(interrupted);
        } catch (IOException failed) {
            throw BackupFault.of(FaultCode.RESTORE_FAILED, finalName, FileWords.of(failed)).causedBy(failed);
        }
    }

    private void check() throws IOException {
        try (FileChannel channel = FileChannel.open(scratch)) {
            long length = channel.size();
            if (!marks.begins(read(channel, 0))) {
                throw BackupFault.of(FaultCode.NOT_A_DATABASE, finalName, "\"" + marks.head().orElse("") + "…\"");
            }
            if (length != dumpBytes) {
                throw damaged(dumpBytes + " bytes (" + length + ")");
            }
            if (!marks.ends(read(channel, Math.max(0, length - MarkedChannel.KEPT_BYTES)))) {
                throw damaged("\"…" + marks.trailer().orElse("") + "\"");
            }
        }
    }

    private static byte[] read(FileChannel channel, long offset) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MarkedChannel.KEPT_BYTES);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes, offset + bytes.position());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private BackupFault damaged(String words) {
        return BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, finalName, words);
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            Scratch.delete(scratch, FileFamily.ALONE);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
