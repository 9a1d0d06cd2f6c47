package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One terminal with its server, for some days: backups, cuts, kills, resumed transfers, rotating slots, attacks, rot and
 * clocks that leap, in an order that the seed decides, against a model that knows nothing of how the vault does it.
 */
final class VaultLife implements AutoCloseable {
    private static final int STEPS = 40;
    private static final List<VaultStep> STEPS_TO_DIE_AT = List.of(VaultStep.values());
    private static final Set<FaultCode> REFUSALS = Set.of(FaultCode.TERMINAL_TOO_OFTEN,
            FaultCode.TERMINAL_BLOCK_WRONG, FaultCode.TERMINAL_NAME_REFUSED, FaultCode.TERMINAL_PLAN_WRONG,
            FaultCode.TERMINAL_FULL, FaultCode.TERMINAL_SPOOL_FULL, FaultCode.NOTHING_SUSPICIOUS);

    private final Random random;
    private final TestMachine machine;
    private final TillServer server;
    private final VaultModel model;
    private final Way way;
    /** What the server could not bring yet, the newest first. */
    private final Deque<Backup> owed = new ArrayDeque<>();

    VaultLife(int seed, Path folder, Function<TestMachine, Way> way) throws IOException {
        random = new Random(seed);
        machine = new TestMachine(folder);
        server = new TillServer(seed);
        model = new VaultModel(machine.root());
        this.way = way.apply(machine);
    }

    void step() throws IOException {
        switch (random.nextInt(16)) {
            case 0 -> machine.away(Duration.ofHours(random.nextInt(30)));
            case 1 -> restart();
            case 2 -> machine.wall = machine.wall.plus(Duration.ofDays(random.nextInt(8000) - 4000L));
            case 3 -> machine.leap(Duration.ofDays(random.nextInt(40)));
            case 4 -> attack();
            case 5 -> rot();
            case 6 -> machine.run(Duration.ofHours(random.nextInt(30)));
            case 7 -> person();
            case 8 -> loseState();
            case 9 -> rotate();
            default -> hour();
        }
        check();
    }

    private void restart() {
        way.down();
        machine.restart();
        way.up();
    }

    private void check() throws IOException {
        model.check(machine.countedMinutes());
    }

    /** An hour goes by, and a backup comes, or does not. */
    private void hour() throws IOException {
        machine.run(Duration.ofMinutes(50 + random.nextInt(20)));
        makeBackup();
        while (!owed.isEmpty() && random.nextInt(8) > 0) {
            if (!bring(owed.peekFirst())) {
                return;
            }
        }
    }

    private void makeBackup() {
        server.sell();
        Backup backup = server.backup(machine.wall);
        model.offered(backup);
        owed.addFirst(backup);
    }

    /** A day and more of backups that all come through. */
    private void rotate() throws IOException {
        for (int hours = 4 + random.nextInt(24); hours > 0; hours--) {
            machine.run(Duration.ofMinutes(60));
            makeBackup();
            bringWhole(owed.peekFirst());
        }
    }

    /** False when it did not come through. */
    private boolean bring(Backup backup) throws IOException {
        return switch (random.nextInt(5)) {
            case 0 -> {
                cut(backup);
                yield false;
            }
            case 1 -> killed(backup);
            default -> bringWhole(backup);
        };
    }

    private boolean bringWhole(Backup backup) throws IOException {
        try {
            Optional<ArchiveName> placed = way.bring(backup);
            placed.ifPresent(name -> {
                owed.remove(backup);
                note(name, backup);
            });
            return placed.isPresent();
        } catch (BackupFault refused) {
            requireRefusal(refused);
            return false;
        }
    }

    /** One that is held aside counts for nothing. */
    private void note(ArchiveName placed, Backup backup) {
        if (placed.equals(backup.name())) {
            model.accepted(backup, counted());
        }
    }

    private long counted() {
        try {
            return machine.countedMinutes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireRefusal(BackupFault fault) {
        if (!REFUSALS.contains(fault.code())) {
            throw fault;
        }
    }

    private void cut(Backup backup) throws IOException {
        way.cut(backup, random);
        lookAfter(backup);
    }

    /** Nobody was told; what became of it is found out from the disk. */
    private void lookAfter(Backup backup) throws IOException {
        if (model.inSlot(backup.slot()).equals(Optional.of(backup.id()))) {
            owed.remove(backup);
            model.accepted(backup, machine.countedMinutes());
        }
    }

    /** The terminal dies at one of its steps; what it has done by then is found out from the disk. */
    private boolean killed(Backup backup) throws IOException {
        way.dieAt(STEPS_TO_DIE_AT.get(random.nextInt(STEPS_TO_DIE_AT.size())));
        boolean through = false;
        try {
            through = bringWhole(backup);
        } catch (TestMachine.Killed killed) {
            way.down();
            tearTail();
            machine.restart();
            way.up();
            lookAfter(backup);
        }
        machine.checkpoint = step -> {};
        return through;
    }

    /** What was written last may not have reached the disk. */
    private void tearTail() throws IOException {
        try (var files = Files.list(machine.root().resolve("recebendo"))) {
            List<Path> spool = files.filter(file -> file.toString().endsWith(".blocos")).sorted().toList();
            if (!spool.isEmpty() && random.nextBoolean()) {
                try (var channel = Files.newByteChannel(spool.getLast(), StandardOpenOption.WRITE)) {
                    channel.truncate(Math.max(0, channel.size() - random.nextInt(400)));
                }
            }
        }
    }

    /** A byte of an archive in a slot is not what it was. */
    private void rot() throws IOException {
        List<FoundArchive> all = FoundArchive.counting(machine.root());
        if (all.isEmpty() || random.nextBoolean()) {
            return;
        }
        FoundArchive victim = all.get(random.nextInt(all.size()));
        model.rotten(victim.backup());
        try (var channel = Files.newByteChannel(victim.file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // Among the blocks, so that only who reads them notices.
            long at = 60L + random.nextInt(800);
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.position(at).read(one);
            channel.position(at).write(ByteBuffer.wrap(new byte[]{(byte) (one.get(0) ^ 4)}));
        }
    }

    /** The folder is all that is left. */
    private void loseState() throws IOException {
        if (random.nextInt(4) > 0 || model.size() == 0) {
            return;
        }
        machine.close();
        Files.deleteIfExists(machine.state().resolve("loja-1.txt"));
        if (random.nextBoolean()) {
            Files.deleteIfExists(machine.state().resolve("tempo.txt"));
        }
        machine.reopen();
        model.forgotAges(machine.countedMinutes());
    }

    private void person() throws IOException {
        machine.store();
        try {
            VaultArchive accepted = machine.keeping().accept(Optional.empty());
            BackupId backup = accepted.backup().orElseThrow();
            model.accepted(backup, Slot.parse(accepted.name().parts().getFirst())
                    .orElseThrow(), machine.countedMinutes());
        } catch (BackupFault nothing) {
            requireRefusal(nothing);
        }
    }

    private void attack() throws IOException {
        for (int times = 1 + random.nextInt(20); times > 0; times--) {
            Backup evil = evil();
            model.offered(evil);
            var _ = bringWhole(evil);
        }
        wrongWords();
    }

    private Backup evil() {
        Instant when = machine.wall.plus(Duration.ofHours(random.nextInt(48) - 24L));
        return switch (random.nextInt(4)) {
            case 0 -> Backup.of(when, server.noise(40_000), server.rows());
            case 1 -> Backup.of(when, server.noise(random.nextInt(3_000)), server.rows());
            case 2 -> Backup.of(when, server.backup(when).dump(), new TreeMap<>());
            default -> Backup.of(when, new TillServer(random.nextLong()).backup(when).dump(), server.rows());
        };
    }

    private void wrongWords() {
        Backup backup = evil();
        StoreVault store = machine.store();
        for (String name : List.of("MCDados.zip", "guardado/00h-0000000000-0000000000-0/MCDados.zip",
                "adotado/x/MCDados.zip", "25h/MCDados.zip", "09h/Outro.zip")) {
            try {
                store.commit(backup.plan(new ArchiveName(name)), Progress.NONE);
                throw new AssertionError(name);
            } catch (BackupFault refused) {
                requireRefusal(refused);
            }
        }
    }

    /** How a backup comes to the terminal. */
    interface Way {
        /**
         * Brings it whole.
         *
         * @return where it was placed; none where it did not come through
         */
        Optional<ArchiveName> bring(Backup backup) throws IOException;

        /** Begins to bring it, and is cut off. */
        void cut(Backup backup, Random random) throws IOException;

        /** The terminal dies at that step, while something is brought: then {@link TestMachine.Killed} comes out. */
        void dieAt(VaultStep step);

        /** The terminal is not there any more. */
        void down();

        /** The terminal is there again. */
        void up();

        /** Nothing more is brought. */
        void end();
    }

    /** Plays seeds from the first to the last, or the one that {@code -Dseed=} names; a failure names its own. */
    static void play(int first, int last, Function<TestMachine, Way> way) {
        Integer only = Integer.getInteger("seed");
        for (int seed = only == null ? first : only; seed <= (only == null ? last : only); seed++) {
            try {
                play(seed, way);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static void play(int seed, Function<TestMachine, Way> way) throws IOException {
        Path folder = TestMachine.memoryFolder();
        try (var life = new VaultLife(seed, folder, way)) {
            for (int step = 0; step < STEPS; step++) {
                life.step();
            }
        } finally {
            TestMachine.delete(folder);
        }
    }

    @Override
    public void close() {
        way.end();
        machine.close();
    }
}
