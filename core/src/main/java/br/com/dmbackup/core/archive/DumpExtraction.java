package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.disk.PlacedFile;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings the dump out of an archive, each block checked before it is written. */
record DumpExtraction(OpenedArchive archive, Progress progress) {
    private static final int SLICE = 64 << 10;

    void to(Path newFile) {
        IoFaults.requireRoom(newFile, archive.dump().plainBytes());
        boolean whole = false;
        PlacedFile out = create(newFile);
        try {
            try (out) {
                fill(newFile, out);
                out.finish();
            }
            whole = true;
        } catch (IOException e) {
            throw unwritable(newFile, e);
        } finally {
            if (!whole) {
                remove(newFile);
            }
        }
    }

    private PlacedFile create(Path newFile) {
        try {
            return PlacedFile.create(newFile, archive.dump().plainBytes());
        } catch (IOException e) {
            throw unwritable(newFile, e);
        }
    }

    private void remove(Path newFile) {
        try {
            Files.deleteIfExists(newFile);
        } catch (IOException e) {
            throw unwritable(newFile, e);
        }
    }

    private BackupFault unwritable(Path file, IOException e) {
        return IoFaults.writing(file, archive.dump().plainBytes(), e);
    }

    private void fill(Path file, PlacedFile out) throws IOException {
        if (walkable()) {
            walk().inflate((plain, offset) -> write(file, out, plain, offset), this::passed);
        } else {
            long[] at = {0};
            copy(plain -> {
                long place = at[0];
                at[0] += plain.remaining();
                write(file, out, plain, place);
            });
        }
    }

    void to(OutputStream sink) {
        try {
            if (walkable()) {
                walk().inflate(run -> {
                    passed(run);
                    write(sink, run.plain());
                });
            } else {
                copy(plain -> write(sink, plain));
            }
            sink.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private boolean walkable() {
        if (archive.own().filter(OwnArchive::contradictory).isPresent()) {
            throw damaged(archive.own().get().manifestDamage());
        }
        return archive.own().flatMap(OwnArchive::index).isPresent();
    }

    private BlockWalk walk() {
        return new BlockWalk(archive.bytes(), archive.name(),
                archive.own().flatMap(OwnArchive::index).orElseThrow());
    }

    private void passed(BlockRun run) {
        if (!run.damages().isEmpty()) {
            throw damaged(run.damages().getFirst());
        }
        progress.advanced(run.dumpEnd(), archive.dump().plainBytes());
    }

    private void copy(PlainDump.Sink sink) {
        PlainDump dump = archive.dump();
        if (!dump.copyTo(sink, progress)) {
            throw damaged(new Damage(Damage.Region.DUMP, dump.offset(), dump.encodedBytes(), -1, -1));
        }
    }

    private BackupFault damaged(Damage damage) {
        return BackupFault.of(FaultCode.ARCHIVE_DAMAGED, archive.name(), damage.words());
    }

    private void write(Path file, PlacedFile out, ByteBuffer plain, long offset) {
        try {
            out.write(plain, offset);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void write(OutputStream sink, ByteBuffer plain) {
        var slice = new byte[Math.min(SLICE, plain.remaining())];
        try {
            while (plain.hasRemaining()) {
                int length = Math.min(slice.length, plain.remaining());
                plain.get(slice, 0, length);
                sink.write(slice, 0, length);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private BackupFault unwritable(IOException e) {
        return BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, archive.dumpName(), FileWords.of(e)).causedBy(e);
    }
}
