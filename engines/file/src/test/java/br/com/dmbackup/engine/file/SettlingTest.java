package br.com.dmbackup.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time passes in pauses, and in each pause something may happen to the file. */
class SettlingTest {
    private static final OpenFiles NOBODY = new OpenFiles.UntoldOpenFiles();

    @TempDir
    Path folder;

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aFileMustStandStillForTheWholeTime() throws IOException {
        Path dump = Files.writeString(folder.resolve("a.bak"), "inteira");
        Sight settled = settling(() -> {}, NOBODY).await(only(dump));
        assertThat(settled.bytes()).isEqualTo(7);
        assertThat(total()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void eachChangeBeginsTheWaitAnew() throws IOException {
        Path dump = Files.writeString(folder.resolve("a.bak"), "x");
        Sight settled = settling(() -> {
            if (pauses.size() <= 8) {
                append(dump);
            }
        }, NOBODY).await(only(dump));
        assertThat(settled.bytes()).isEqualTo(9);
        assertThat(total()).isEqualTo(Duration.ofSeconds(4).plusSeconds(3));
    }

    @Test
    void aFileOfTheSameLengthAndTimeUnderTheNameIsAnotherOne() throws IOException {
        Path dump = Files.writeString(folder.resolve("a.bak"), "velha");
        FileTime time = Files.getLastModifiedTime(dump);
        Sight before = Sight.of(dump);
        Path other = Files.writeString(folder.resolve("b.bak"), "nova!");
        Files.setLastModifiedTime(other, time);
        settling(() -> {
            if (pauses.size() == 4) {
                rename(other, dump);
            }
        }, NOBODY).await(only(dump));
        assertThat(Sight.of(dump)).isNotEqualTo(before);
        assertThat(total()).isEqualTo(Duration.ofSeconds(2).plusSeconds(3));
    }

    @Test
    void aFileThatStandsStillInTheHandsOfItsWriterIsNotTakenYet() throws IOException {
        Path dump = Files.writeString(folder.resolve("a.bak"), "metade");
        OpenFiles writer = new OpenFiles() {
            @Override
            public boolean forWriting(Path file) {
                return pauses.size() < 12;
            }

            @Override
            public boolean atAll(Path file) {
                return true;
            }
        };
        settling(() -> {}, writer).await(only(dump));
        assertThat(pauses).hasSize(12);
    }

    @Test
    void aNewerFileThatAppearsWhileItWaitsIsTheOneThatCounts() throws IOException {
        Path first = Files.writeString(folder.resolve("h09.fbk"), "nove");
        Files.setLastModifiedTime(first, FileTime.from(Instant.parse("2026-01-01T09:00:00Z")));
        Sight settled = settling(() -> {
            if (pauses.size() == 5) {
                append(folder.resolve("h10.fbk"));
            }
        }, NOBODY).await(new DumpPlace(folder, "*.fbk", true));
        assertThat(settled.file()).hasFileName("h10.fbk");
        assertThat(total()).isEqualTo(Duration.ofMillis(2500).plusSeconds(3));
    }

    @Test
    void itIsNotWaitedForEver() throws IOException {
        Path dump = Files.writeString(folder.resolve("a.bak"), "x");
        assertThatThrownBy(() -> settling(() -> append(dump), NOBODY).await(only(dump)))
                .isInstanceOfSatisfying(BackupFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(FaultCode.DATABASE_LOCKED);
                    assertThat(fault.arguments()).containsExactly(dump, 60L);
                });
    }

    @Test
    void aDumpThatIsTakenAwayMeanwhileIsMissing() throws IOException {
        Path dump = Files.writeString(folder.resolve("a.bak"), "x");
        assertThatThrownBy(() -> settling(() -> delete(dump), NOBODY).await(only(dump)))
                .isInstanceOfSatisfying(BackupFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.DATABASE_MISSING));
    }

    @Test
    void anInterruptEndsARealWaitAtOnce() throws Exception {
        Path dump = Files.writeString(folder.resolve("a.bak"), "x");
        CompletableFuture<FaultCode> ended = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                new Settling(Duration.ofMinutes(30), Duration.ofHours(1), NOBODY, Pause.REAL).await(only(dump));
            } catch (BackupFault fault) {
                ended.complete(fault.code());
            }
        });
        waiting.interrupt();
        assertThat(ended.get(5, TimeUnit.SECONDS)).isEqualTo(FaultCode.CANCELLED);
    }

    private Settling settling(Runnable meanwhile, OpenFiles openFiles) {
        return new Settling(Duration.ofSeconds(3), Duration.ofMinutes(1), openFiles, length -> {
            pauses.add(length);
            meanwhile.run();
        });
    }

    private Duration total() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private DumpPlace only(Path dump) {
        return new DumpPlace(folder, dump.getFileName().toString(), false);
    }

    static void append(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[]{'x'}));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void rename(Path from, Path to) {
        try {
            Files.move(from, to, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
