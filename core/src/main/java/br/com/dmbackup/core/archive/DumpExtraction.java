package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.disk.SteadyForce;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings the dump out of an archive, each block checked before it is written. */
record DumpExtraction(OpenedArchive archive, Progress progress) {
    private static final long FORCED_AT_ONCE = 64L << 20;
    private static final int SLICE = 64 << 10;

    void to(Path newFile) {
        IoFaults.requireRoom(newFile, archive.dump().plainBytes());
        boolean whole = false;
        FileChannel out = create(newFile);
        try {
            try (out; var durability = new SteadyForce(out, FORCED_AT_ONCE)) {
                fill(newFile, out, durability);
                durability.finish();
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

    private FileChannel create(Path newFile) {
        try {
            return FileChannel.open(newFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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

    private void fill(Path file, FileChannel out, SteadyForce durability) throws IOException {
        long length = archive.dump().plainBytes();
        if (length > 0) {
            out.write(ByteBuffer.allocate(1), length - 1);
        }
        if (walkable()) {
            walk().inflate((plain, offset) -> write(file, out, plain, offset, durability), this::passed);
        } else {
            long[] at = {0};
            copy(plain -> {
                long place = at[0];
                at[0] += plain.remaining();
                write(file, out, plain, place, durability);
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

    private void write(Path file, FileChannel out, ByteBuffer plain, long offset, SteadyForce durability) {
        int length = plain.remaining();
        try {
            long at = offset;
            while (plain.hasRemaining()) {
                at += out.write(plain, at);
            }
            durability.wrote(length);
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
