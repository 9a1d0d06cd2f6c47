package br.com.dmbackup.engine.file;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.DumpingProgram;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import br.com.dmbackup.testkit.engine.LiveFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A dump that a {@link DumpingProgram} leaves, with marks at both ends. Time passes only while the engine waits. */
final class FileLive implements LiveDatabase {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Sao_Paulo"));
    static final DumpMarks MARKS = new DumpMarks(Optional.of(DumpingProgram.HEAD), Optional.of(DumpingProgram.TRAILER));
    static final Duration STILL = Duration.ofSeconds(2);
    static final Duration AT_MOST = Duration.ofSeconds(20);

    private final Path file;
    private final DumpingProgram program;
    private @Nullable DumpingProgram writing;

    FileLive(Path folder) {
        file = folder.resolve("loja nº 1 #100%.bak");
        program = new DumpingProgram(file, 24 << 20);
        program.dump();
    }

    @Override
    public DatabaseEngine engine(Checkpoint checkpoint) {
        Settling settling = new Settling(STILL, AT_MOST, OpenFiles.ofThisSystem(), this::pass);
        return new FileEngine("MCDados", new DumpPlace(folder(), file.getFileName().toString(), false), MARKS, settling,
                NOON, checkpoint);
    }

    private void pass(Duration length) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        DumpingProgram busy = writing;
        if (busy != null) {
            busy.goOn();
        }
    }

    private Path folder() {
        return file.resolveSibling("");
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public String unusedName() {
        return file.resolveSibling("novo.bak").toString();
    }

    /** It is in the middle of its dump, and goes on while the engine waits. */
    @Override
    public Writer startWriting() {
        program.change();
        program.begin();
        writing = program;
        return new Writer() {
            @Override
            public long commits() {
                return program.dumps() - 1;
            }

            @Override
            public long failures() {
                return program.failures();
            }

            @Override
            public void close() {
                writing = null;
            }
        };
    }

    @Override
    public void changeALittle() {
        program.change();
        program.dump();
    }

    @Override
    public SortedMap<String, Long> rowCounts() {
        return new TreeMap<>(java.util.Map.of("generation", DumpingProgram.generation(file)));
    }

    @Override
    public boolean rowsAreCounted() {
        return false;
    }

    @Override
    public Optional<FaultCode> lockedAs() {
        return Optional.empty();
    }

    @Override
    public boolean isWhole(String name) {
        return Files.isRegularFile(Path.of(name)) && DumpingProgram.isWhole(Path.of(name));
    }

    @Override
    public SortedSet<String> everything() {
        return LiveFiles.in(folder());
    }

    @Override
    public Occupant lock() {
        return open(StandardOpenOption.WRITE);
    }

    @Override
    public Occupant use() {
        return open(StandardOpenOption.READ);
    }

    private Occupant open(OpenOption how) {
        try {
            FileChannel channel = FileChannel.open(file, how);
            return () -> {
                try {
                    channel.close();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void makeMissing() {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public FaultCode makeForeign() {
        try {
            Files.writeString(file, "não é uma cópia de banco de dados\n".repeat(500));
            return FaultCode.NOT_A_DATABASE;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void makeDamaged() {
        LiveFiles.overwrite(file, 0, 4);
    }

    /** All that an engine sees of a dump that it does not understand are its ends. */
    @Override
    public void damageInside(Path dump) {
        LiveFiles.overwrite(dump, dump.toFile().length() - DumpingProgram.TRAILER.length(), 4);
    }

    @Override
    public String leaveLeftover() {
        return LiveFiles.leaveLeftover(file);
    }

    @Override
    public void close() {
        program.close();
    }
}
