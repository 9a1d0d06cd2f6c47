package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.terminal.vault.CommitOutcome.Committed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody holds the server, with all keys that it ever had, for a month of the terminal's running time, and tries again
 * and again. What was there before goes only when its protection ends, and not one byte of it changes.
 */
class TakenOverServerTest {
    private static final long DAY = 24 * 60;
    private static final int PEACEFUL_HOURS = 16 * 24;

    private TestMachine machine;
    private final TillServer server = new TillServer(5);
    private final Random random = new Random(6);
    private final Map<BackupId, Backup> honest = new HashMap<>();
    private VaultModel model;
    private Instant takenOverAt = Instant.EPOCH;

    @BeforeEach
    void open() throws IOException {
        machine = new TestMachine(TestMachine.memoryFolder());
        model = new VaultModel(machine.root());
    }

    private void peace(int hours) throws IOException {
        for (int hour = 0; hour < hours; hour++) {
            machine.run(Duration.ofHours(1));
            server.sell();
            Backup backup = server.backup(machine.wall);
            honest.put(backup.id(), backup);
            model.offered(backup);
            TillServer.committed(machine.store(), backup);
            model.accepted(backup, machine.countedMinutes());
        }
        takenOverAt = machine.wall;
        model.check(machine.countedMinutes());
    }

    @AfterEach
    void close() throws IOException {
        machine.close();
        TestMachine.delete(machine.folder);
    }

    private Set<BackupId> honestOnesThere() {
        return FoundArchive.counting(machine.root()).stream().map(FoundArchive::backup).filter(honest::containsKey)
                .collect(Collectors.toSet());
    }

    @Test
    void nothingProtectedDisappearsInAMonthAndNoByteChanges() throws IOException {
        month(120);
    }

    @Test
    @Tag("slow")
    void norWhenTheIntruderTriesEveryFewMinutes() throws IOException {
        month(4);
    }

    private void month(int pause) throws IOException {
        peace(PEACEFUL_HOURS);
        long begin = machine.countedMinutes();
        Set<BackupId> before = honestOnesThere();
        assertThat(before).hasSizeBetween(24 + 47 + 11, 24 + 49 + 14);
        boolean bytesSeen = false;
        long next = 0;
        for (long minute = 0; minute < 30 * DAY; minute = machine.countedMinutes() - begin) {
            machine.run(Duration.ofMinutes(pause));
            anAttempt();
            if (minute >= next) {
                next = minute + 6 * 60;
                model.check(machine.countedMinutes());
                promise(before, machine.countedMinutes() - begin);
            }
            if (minute >= 2 * DAY && !bytesSeen) {
                bytesSeen = true;
                assertHonestBytes();
            }
        }
        model.check(machine.countedMinutes());
        assertThat(bytesSeen).isTrue();
    }

    /** In a store's words: all hours of two days, a copy a day for two weeks. */
    private void promise(Set<BackupId> before, long minutes) {
        Set<BackupId> there = honestOnesThere();
        // What stood in a slot stays two days from now; what had been replaced by then, two days from that.
        long hours = before.stream().filter(backup -> !there.contains(backup)).map(this::age)
                .filter(age -> minutes < (age < DAY ? 2 * DAY : 3 * DAY - age)).count();
        assertThat(hours).as("lost of the last days after %d minutes", minutes).isZero();
        if (minutes < 14 * DAY) {
            assertThat(there).as("after %d minutes", minutes).hasSizeGreaterThanOrEqualTo(
                    (int) (14 - minutes / DAY));
        }
    }

    /** In minutes, when the intruder came. */
    private long age(BackupId backup) {
        Backup made = honest.get(backup);
        return made == null ? Long.MAX_VALUE : Duration.between(made.startedAt(), takenOverAt).toMinutes();
    }

    private void anAttempt() throws IOException {
        Instant when = machine.wall.plus(Duration.ofHours(random.nextInt(24)));
        switch (random.nextInt(14)) {
            case 0 -> offer(Backup.of(when, server.noise(30_000), server.rows()));
            case 1 -> offer(Backup.of(when, server.noise(200), server.rows()));
            case 2 -> offer(Backup.of(when, new byte[0], server.rows()));
            case 3 -> offer(Backup.of(when, new byte[60_000], new TreeMap<>()));
            case 4 -> offer(Backup.of(when, new TillServer(random.nextLong()).backup(when).dump(), server.rows()));
            case 5 -> namesOutOfPlace(when);
            case 6 -> flood();
            case 7 -> rubbish();
            case 8 -> fullDisk();
            case 9 -> machine.wall = machine.wall.plus(Duration.ofDays(365L * (random.nextInt(40) - 20)));
            case 10 -> machine.leap(Duration.ofDays(random.nextInt(1000)));
            case 11 -> machine.restart();
            case 12 -> settings();
            default -> offer(server.backup(when));
        }
    }

    private void offer(Backup backup) throws IOException {
        offer(backup, backup.name());
    }

    private void offer(Backup backup, ArchiveName name) throws IOException {
        model.offered(backup);
        try {
            if (TillServer.deliver(machine.store(), backup, name) instanceof Committed committed
                    && committed.archive().kind() == VaultArchive.Kind.SLOT) {
                model.accepted(backup.id(), Slot.parse(committed.archive().name().parts().getFirst()).orElseThrow(),
                        machine.countedMinutes());
            }
        } catch (BackupFault refused) {
            assertThat(refused.code().name()).startsWith("TERMINAL_").isNotEqualTo("TERMINAL_STORE_FAILED");
        }
        model.refused(backup);
    }

    private void namesOutOfPlace(Instant when) throws IOException {
        Backup backup = server.backup(when);
        List<ArchiveName> standing = machine.store().list().stream().map(VaultArchive::name).toList();
        offer(backup, standing.isEmpty() ? backup.name() : standing.get(random.nextInt(standing.size())));
        offer(backup, new ArchiveName("suspeito/" + backup.name()));
    }

    private void flood() throws IOException {
        for (Slot slot : Slot.ALL) {
            Instant when = machine.wall.atZone(Backup.ZONE).withHour(slot.hour()).toInstant();
            offer(server.backup(when));
        }
    }

    /** Blocks that nobody will ever commit. */
    private void rubbish() {
        Backup backup = Backup.of(machine.wall, server.noise(40_000), server.rows());
        try {
            TillServer.send(machine.store(), backup, machine.store().missing(backup.sums()), Integer.MAX_VALUE);
            machine.store().put(backup.sums().getFirst(), 100, 0, ByteBuffer.wrap(server.noise(90)));
        } catch (BackupFault refused) {
            assertThat(refused.code().name()).startsWith("TERMINAL_");
        }
    }

    private void fullDisk() throws IOException {
        machine.diskBytes = Commit.ALWAYS_FREE + random.nextInt(2_000_000);
        for (int times = 0; times < 5; times++) {
            offer(Backup.of(machine.wall, server.noise(50_000), server.rows()));
        }
        machine.run(Duration.ofMinutes(10));
        machine.diskBytes = Long.MAX_VALUE / 4;
    }

    private void settings() {
        try {
            machine.store().keepSettings(("evil " + random.nextLong()).getBytes(StandardCharsets.UTF_8));
        } catch (BackupFault refused) {
            assertThat(refused.code().name()).startsWith("TERMINAL_");
        }
    }

    private void assertHonestBytes() {
        for (FoundArchive archive : FoundArchive.counting(machine.root())) {
            Backup backup = honest.get(archive.backup());
            if (backup != null) {
                archive.assertHolds(backup.dump());
            }
        }
    }

    /** The folder stays bounded: what is told at the pairing holds for honest servers, and a flood is capped. */
    @Test
    void aFloodTakesRoomForSoManyArchivesAndNoMore() throws IOException {
        peace(30);
        for (long minute = 0; minute < 4 * DAY; minute += 10) {
            machine.run(Duration.ofMinutes(10));
            server.sell();
            offer(server.backup(machine.wall));
        }
        int slots = 24;
        int asides = 2 * 72 + 24;
        int dailies = 15;
        assertThat(FoundArchive.counting(machine.root())).hasSizeLessThanOrEqualTo(slots + asides + dailies);
        Path ring = machine.root().resolve("suspeito");
        assertThat(ring.toFile().list() == null ? 0 : ring.toFile().list().length).isLessThanOrEqualTo(24);
    }
}
