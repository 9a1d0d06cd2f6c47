package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A terminal whose clocks, disk and death are in the test's hands. */
final class TestMachine {
    static final String PIN = "ab".repeat(32);

    /** Where {@code MCBkp} and the state stand. */
    final Path folder;
    private final Set<FaultCode> told = EnumSet.noneOf(FaultCode.class);
    Instant wall = Instant.parse("2026-03-02T12:00:00Z");
    /** Length of the disk; what is not taken is free. */
    long diskBytes = Long.MAX_VALUE / 4;
    Consumer<VaultStep> checkpoint = step -> {};
    private long nanos = 1_000_000_000_000L;
    private TerminalVault vault;

    /** What a test throws where the process is to die. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("", null, false, false);
        }
    }

    TestMachine(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(root());
        vault = open();
    }

    /** In memory, where there is such a place: these tests make thousands of small files durable. */
    static Path memoryFolder() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "terminal-vault")
                : Files.createTempDirectory("terminal-vault");
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Path root() {
        return folder.resolve("MCBkp");
    }

    Path state() {
        return folder.resolve("state");
    }

    private TerminalVault open() {
        return TerminalVault.open(root(), state(),
                new VaultMachine(() -> wall, () -> new MonotonicStamp("boot", nanos), this::room,
                        (pairing, fault) -> told.add(fault.code()), step -> checkpoint.accept(step)));
    }

    private Space room(Path place) throws IOException {
        if (diskBytes > 1L << 50) {
            return new Space(diskBytes, diskBytes);
        }
        try (Stream<Path> files = Files.walk(root())) {
            long taken = 0;
            var seen = new HashSet<Object>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (seen.add(Files.readAttributes(file, BasicFileAttributes.class).fileKey())) {
                    taken += Files.size(file);
                }
            }
            return new Space(Math.max(0, diskBytes - taken), diskBytes);
        }
    }

    TerminalVault vault() {
        return vault;
    }

    /** The paired server's half. */
    StoreVault store() {
        vault.pair(PIN, "12345678000195", "Farmácia", Backup.DATABASE);
        return vault.store(PIN);
    }

    StoreKeeping keeping() {
        return vault.keeping(PIN);
    }

    /** The program dies, or ends; and is started again. */
    void restart() {
        checkpoint = step -> {};
        vault.close();
        vault = open();
    }

    void reopen() {
        vault = open();
    }

    /** Time in which the program runs, both clocks alike. */
    void run(Duration time) {
        for (long minutes = time.toMinutes(); minutes > 0; minutes -= 2) {
            long step = Math.min(2, minutes);
            nanos += Duration.ofMinutes(step).toNanos();
            vault.minute();
        }
        wall = wall.plus(time);
    }

    /** The clock that nobody can set leaps all the same, as in a machine that slept. */
    void leap(Duration time) {
        nanos += time.toNanos();
    }

    /** Minutes that the terminal itself has counted. */
    long countedMinutes() throws IOException {
        return Long.parseLong(Files.readString(state().resolve("tempo.txt")).strip()) / 60;
    }

    /** Time in which the program does not run, but the machine does. */
    void away(Duration time) {
        vault.close();
        nanos += time.toNanos();
        wall = wall.plus(time);
        vault = open();
    }

    void close() {
        vault.close();
    }

    boolean wasTold(FaultCode code) {
        return told.contains(code);
    }
}
