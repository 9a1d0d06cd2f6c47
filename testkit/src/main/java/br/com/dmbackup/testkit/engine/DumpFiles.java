package br.com.dmbackup.testkit.engine;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.Dump;
import br.com.dmbackup.core.engine.DumpEnd;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.core.engine.FileRestore;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.StreamDump;
import br.com.dmbackup.core.engine.StreamRestore;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a dump of either kind into a plain file, and feeds one to a restore of either kind. */
public final class DumpFiles {
    private DumpFiles() {}

    /** Of a stream, progress is told here, as the archive would tell it. */
    public static DumpEnd take(DatabaseEngine engine, Path staging, Progress progress, Path into) {
        try (Dump dump = engine.dump(staging, progress)) {
            switch (dump) {
                case FileDump file -> Files.copy(file.file(), into);
                case StreamDump stream -> {
                    try (OutputStream out = Files.newOutputStream(into)) {
                        pour(stream, out, progress);
                    }
                }
            }
            return dump.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads a stream for nobody. */
    public static void readToTheEnd(StreamDump dump) {
        try {
            pour(dump, OutputStream.nullOutputStream(), Progress.NONE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void pour(StreamDump stream, OutputStream out, Progress progress) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(1 << 16);
        long done = 0;
        while (read(stream, piece.clear()) >= 0) {
            out.write(piece.array(), 0, piece.position());
            done += piece.position();
            progress.advanced(done, stream.expectedBytes());
        }
    }

    private static int read(StreamDump stream, ByteBuffer piece) throws IOException {
        try {
            return stream.stream().read(piece);
        } catch (ClosedByInterruptException interrupted) {
            throw BackupFault.of(FaultCode.CANCELLED, "dump").causedBy(interrupted);
        }
    }

    public static void feed(Path dump, Restore restore) {
        try {
            switch (restore) {
                case FileRestore file -> Files.copy(dump, file.dumpFile());
                case StreamRestore stream -> Files.copy(dump, stream.sink());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
