package br.com.dmbackup.engine.command;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.engine.DumpingProgram;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import br.com.dmbackup.testkit.engine.LiveFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** A file that is replaced whole at each change, and a script that writes it out. */
final class CommandLive implements LiveDatabase {
    private final Path file;
    private final Path beside;
    private final Path script;
    private final DumpingProgram program;

    CommandLive(Path folder) {
        file = folder.resolve("banco nº 1.db");
        beside = folder.resolveSibling("escrita");
        script = folder.resolve("copia.sh");
        program = new DumpingProgram(beside, 24 << 20);
        changeALittle();
        scriptThat("exec cat '" + file + "'");
    }

    /** Always by rename, as a script that was just written to cannot be run everywhere. */
    private void scriptThat(String does) {
        try {
            Path written = Files.writeString(beside.resolveSibling("copia.novo"), "#!/bin/sh\n" + does + "\n");
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(written, script, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public DatabaseEngine engine(Checkpoint checkpoint) {
        return new CommandEngine("MCDados", List.of(script.toString()),
                new DumpMarks(Optional.of(DumpingProgram.HEAD), Optional.of(DumpingProgram.TRAILER)));
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public String unusedName() {
        return file.resolveSibling("novo.bak").toString();
    }

    @Override
    public Writer startWriting() {
        changeALittle();
        long before = program.dumps() - 1;
        Thread writer = Thread.ofPlatform().name("writer").start(() -> {
            while (!Thread.currentThread().isInterrupted() && program.dumps() - before < 8) {
                changeALittle();
            }
        });
        return new Writer() {
            @Override
            public long commits() {
                return program.dumps() - before;
            }

            @Override
            public long failures() {
                return program.failures();
            }

            @Override
            public void close() {
                try {
                    writer.join();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        };
    }

    @Override
    public void changeALittle() {
        program.change();
        program.dump();
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public SortedMap<String, Long> rowCounts() {
        return new TreeMap<>(Map.of("generation", DumpingProgram.generation(file)));
    }

    @Override
    public boolean rowsAreCounted() {
        return false;
    }

    @Override
    public boolean replaceable() {
        return false;
    }

    @Override
    public Optional<FaultCode> lockedAs() {
        return Optional.empty();
    }

    @Override
    public FaultCode missingAs() {
        return FaultCode.PROGRAM_MISSING;
    }

    @Override
    public boolean isWhole(String name) {
        return Files.isRegularFile(Path.of(name)) && DumpingProgram.isWhole(Path.of(name));
    }

    @Override
    public SortedSet<String> everything() {
        return LiveFiles.in(file.resolveSibling(""));
    }

    /** The program waits for its database, and so does whatever it started. */
    @Override
    public Occupant lock() {
        scriptThat("sleep 600 & wait");
        return () -> scriptThat("exec cat '" + file + "'");
    }

    @Override
    public Occupant use() {
        throw new AssertionError("nothing is replaced");
    }

    @Override
    public void makeMissing() {
        try {
            Files.delete(script);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public FaultCode makeForeign() {
        try {
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));
            return FaultCode.PROGRAM_FAILED;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void makeDamaged() {
        throw new AssertionError("nothing is replaced");
    }

    @Override
    public void damageInside(Path dump) {
        LiveFiles.overwrite(dump, dump.toFile().length() - DumpingProgram.TRAILER.length(), 1);
    }

    @Override
    public String leaveLeftover() {
        throw new AssertionError("nothing is left beside a live database");
    }

    @Override
    public void close() {
        program.close();
    }
}
