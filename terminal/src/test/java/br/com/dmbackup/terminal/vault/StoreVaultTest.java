package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.CommitOutcome.Committed;
import br.com.dmbackup.terminal.vault.CommitOutcome.StillMissing;
import br.com.dmbackup.terminal.vault.VaultArchive.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreVaultTest {
    private TestMachine machine;
    private StoreVault store;
    private final TillServer server = new TillServer(1);

    @BeforeEach
    void open() throws IOException {
        machine = new TestMachine(TestMachine.memoryFolder());
        store = machine.store();
    }

    @AfterEach
    void close() throws IOException {
        machine.close();
        TestMachine.delete(machine.folder);
    }

    private Backup next() {
        machine.run(Duration.ofHours(1));
        server.sell();
        return server.backup(machine.wall);
    }

    private static void assertFault(ThrowingCallable call, FaultCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void placesAnArchiveThatHoldsTheDumpByteForByte() {
        Backup backup = next();
        assertThat(store.missing(backup.sums()).cardinality()).isEqualTo(backup.blocks().size());
        Committed committed = TillServer.committed(store, backup);
        assertThat(committed.backup()).isEqualTo(backup.id());
        assertThat(committed.dumpDigest()).isEqualTo(backup.manifest().dumpDigest());
        assertThat(committed.archive().kind()).isEqualTo(Kind.SLOT);
        new FoundArchive(machine.root().resolve(backup.name().value()), backup.id()).assertHolds(backup.dump());
        new FoundArchive(machine.root().resolve("MCDados.zip"), backup.id()).assertHolds(backup.dump());
        assertThat(store.list()).extracting(VaultArchive::kind).containsExactlyInAnyOrder(Kind.SLOT, Kind.NEWEST);
    }

    @Test
    void asksOnlyForWhatIsNew() {
        TillServer.committed(store, next());
        Backup second = next();
        int missing = store.missing(second.sums()).cardinality();
        assertThat(missing).isBetween(1, 3);
        assertThat(TillServer.committed(store, second).archive().damaged()).isFalse();
        assertThat(store.missing(second.sums()).cardinality()).isZero();
        assertThat(machine.root().resolve("recebendo")).isEmptyDirectory();
    }

    @Test
    void keepsWhatASlotReplaces() {
        Backup first = next();
        TillServer.committed(store, first);
        machine.run(Duration.ofHours(23));
        Backup second = next();
        assertThat(second.name()).isEqualTo(first.name());
        TillServer.committed(store, second);
        List<FoundArchive> there = FoundArchive.counting(machine.root());
        assertThat(there).extracting(FoundArchive::backup).containsExactlyInAnyOrder(first.id(), second.id());
        there.stream().filter(archive -> archive.backup().equals(first.id())).forEach(archive -> {
            archive.assertHolds(first.dump());
            ArchiveName name = new ArchiveName(machine.root().relativize(archive.file()).toString());
            assertThat(machine.keeping().protectedFor(name)).hasValue(Duration.ofDays(15).minusHours(25));
        });
    }

    /** After 24 archives of the same dump all proofs are due again where they were, and the index is the same one. */
    @Test
    void theSameBytesSentAgainMakeTheFirstOnesNoYounger() {
        Backup first = next();
        TillServer.committed(store, first);
        machine.run(Duration.ofDays(2));
        for (int times = 1; times <= 24; times++) {
            TillServer.committed(store, Backup.of(first.startedAt().plus(Duration.ofHours(times == 24 ? 1 : times)),
                    first.dump(), first.rows()));
        }
        machine.restart();
        store = machine.store();
        machine.run(Duration.ofHours(1));
        TillServer.committed(store, Backup.of(first.startedAt().plus(Duration.ofDays(3)), first.dump(), first.rows()));
        assertThat(machine.root().resolve("guardado").toFile().list())
                .anyMatch(name -> name.startsWith(first.slot().folderName() + "-0000000060-"));
    }

    @Test
    void aRepeatedCommitIsAnsweredAndChangesNothing() {
        Backup backup = next();
        Committed first = TillServer.committed(store, backup);
        machine.run(Duration.ofMinutes(5));
        assertThat(TillServer.committed(store, backup).archive()).isEqualTo(first.archive());
        assertThat(FoundArchive.counting(machine.root())).hasSize(1);
    }

    @Test
    void saysWhatIsMissingAndTakesTheRestUpAgain() {
        Backup backup = next();
        TillServer.send(store, backup, store.missing(backup.sums()), 3);
        assertThat(store.commit(backup.plan(), Progress.NONE)).isInstanceOfSatisfying(StillMissing.class,
                missing -> assertThat(missing.blocks().cardinality()).isEqualTo(backup.blocks().size() - 3));
        machine.restart();
        store = machine.store();
        assertThat(store.missing(backup.sums()).cardinality()).isEqualTo(backup.blocks().size() - 3);
        assertThat(TillServer.deliver(store, backup)).isInstanceOf(Committed.class);
    }

    @Test
    void takesNoBlockThatIsNotWhatIsSaidOfIt() {
        Backup backup = next();
        Backup.Sent block = backup.blocks().getFirst();
        byte[] sum = block.print().sha256();
        int plain = block.print().plainBytes();
        int crc = block.print().crc32();
        byte[] flipped = block.encoded().clone();
        flipped[flipped.length / 2] ^= 1;
        byte[] longer = Arrays.copyOf(block.encoded(), block.encoded().length + 1);
        byte[] shorter = Arrays.copyOf(block.encoded(), block.encoded().length - 5);
        byte[] otherSum = sum.clone();
        otherSum[0] ^= 1;
        for (byte[] wrong : List.of(flipped, longer, shorter, new byte[0], new byte[plain * 2])) {
            assertFault(() -> store.put(sum, plain, crc, ByteBuffer.wrap(wrong)), FaultCode.TERMINAL_BLOCK_WRONG);
        }
        ByteBuffer right = ByteBuffer.wrap(block.encoded());
        assertFault(() -> store.put(otherSum, plain, crc, right), FaultCode.TERMINAL_BLOCK_WRONG);
        assertFault(() -> store.put(sum, plain, crc + 1, right), FaultCode.TERMINAL_BLOCK_WRONG);
        assertFault(() -> store.put(sum, plain - 1, crc, right), FaultCode.TERMINAL_BLOCK_WRONG);
        assertFault(() -> store.put(sum, Integer.MAX_VALUE, crc, right), FaultCode.TERMINAL_BLOCK_WRONG);
        assertFault(() -> store.put(sum, -1, crc, right), FaultCode.TERMINAL_BLOCK_WRONG);
        assertThat(store.missing(List.of(sum)).cardinality()).isEqualTo(1);
        store.put(sum, plain, crc, right);
        assertThat(store.missing(List.of(sum)).cardinality()).isZero();
    }

    @Test
    void refusesNamesAndPlansThatAreNotRight() {
        Backup backup = next();
        TillServer.send(store, backup, store.missing(backup.sums()), Integer.MAX_VALUE);
        for (String name : List.of("MCDados.zip", "guardado/x/MCDados.zip", "24h/MCDados.zip", "9h/MCDados.zip",
                "09h/Outro.zip", "suspeito/MCDados.zip", "configuracao/MCDados.zip")) {
            assertFault(() -> store.commit(backup.plan(new ArchiveName(name)), Progress.NONE),
                    FaultCode.TERMINAL_NAME_REFUSED);
        }
        CommitPlan plan = backup.plan();
        Backup other = next();
        assertFault(() -> store.commit(with(plan, plan.blocks(), other.plan().manifest()), Progress.NONE),
                FaultCode.TERMINAL_PLAN_WRONG);
        assertFault(() -> store.commit(with(plan, plan.blocks(), new byte[]{'{', '}'}), Progress.NONE),
                FaultCode.TERMINAL_PLAN_WRONG);
        var swapped = new PlannedBlocks();
        for (int number = backup.blocks().size() - 1; number >= 0; number--) {
            swapped.add(plan.blocks().sha256(number), plan.blocks().plainBytes(number));
        }
        assertFault(() -> store.commit(with(plan, swapped, plan.manifest()), Progress.NONE),
                FaultCode.TERMINAL_PLAN_WRONG);
        assertFault(() -> store.commit(new CommitPlan(plan.name(), "../MCDados.bak", plan.modifiedAt(), 1, 1,
                plan.blocks(), plan.manifest()), Progress.NONE), FaultCode.TERMINAL_PLAN_WRONG);
        assertThat(FoundArchive.counting(machine.root())).isEmpty();
    }

    private static CommitPlan with(CommitPlan plan, PlannedBlocks blocks, byte[] manifest) {
        return new CommitPlan(plan.name(), plan.dumpName(), plan.modifiedAt(), plan.chunker(), plan.averageBytes(),
                blocks, manifest);
    }

    @Test
    void whatIsReadStaysTheSameWhateverComes() throws IOException {
        Backup first = next();
        TillServer.committed(store, first);
        byte[] before = Files.readAllBytes(machine.root().resolve(first.name().value()));
        try (SeekableByteChannel reading = store.open(first.name())) {
            for (int hours = 0; hours < 24 * 5; hours++) {
                TillServer.deliver(store, next());
            }
            assertThat(Channels.newInputStream(reading).readAllBytes()).isEqualTo(before);
        }
        assertFault(() -> store.open(new ArchiveName("03h/Outro.zip")), FaultCode.ARCHIVE_MISSING);
    }

    @Test
    void placesASuspiciousOneInTheRingUntilAPersonAcceptsIt() {
        Backup good = next();
        TillServer.committed(store, good);
        machine.run(Duration.ofHours(1));
        Backup tiny = Backup.of(machine.wall, new byte[3_000], new TreeMap<>(server.rows()));
        Committed apart = TillServer.committed(store, tiny);
        assertThat(apart.archive().kind()).isEqualTo(Kind.SUSPICIOUS);
        assertThat(apart.suspicion()).isPresent();
        assertThat(machine.wasTold(FaultCode.BACKUP_SUSPICIOUS)).isTrue();
        assertThat(FoundArchive.counting(machine.root())).extracting(FoundArchive::backup).containsExactly(good.id());
        assertThat(FoundArchive.at(machine.root().resolve("MCDados.zip")).backup()).isEqualTo(good.id());
        assertThat(TillServer.committed(store, tiny).archive()).isEqualTo(apart.archive());

        assertFault(() -> machine.keeping().accept(Optional.of(good.id())), FaultCode.NOTHING_SUSPICIOUS);
        VaultArchive accepted = machine.keeping().accept(Optional.of(tiny.id()));
        assertThat(accepted.name()).isEqualTo(tiny.name());
        assertThat(FoundArchive.at(machine.root().resolve("MCDados.zip")).backup()).isEqualTo(tiny.id());
        machine.run(Duration.ofHours(1));
        Backup alike = Backup.of(machine.wall, new byte[3_100], new TreeMap<>(server.rows()));
        assertThat(TillServer.committed(store, alike).archive().kind()).isEqualTo(Kind.SLOT);
        assertFault(() -> machine.keeping().accept(Optional.empty()), FaultCode.NOTHING_SUSPICIOUS);
    }

    @Test
    void believesAServerThatFindsItsOwnBackupSuspicious() {
        TillServer.committed(store, next());
        Backup doubted = next();
        ArchiveName ring = new ArchiveName("suspeito/" + doubted.name());
        Committed apart = (Committed) TillServer.deliver(store, doubted, ring);
        assertThat(apart.archive().name()).isEqualTo(ring);
        assertThat(apart.suspicion()).isEmpty();
    }

    @Test
    void theNewestNameFollowsTheBackupThatWasMadeLastNotTheOneThatCameLast() {
        Backup older = next();
        Backup newer = next();
        TillServer.committed(store, newer);
        TillServer.committed(store, older);
        Path newest = machine.root().resolve("MCDados.zip");
        assertThat(FoundArchive.at(newest).backup()).isEqualTo(newer.id());
        Backup fromTheFuture = server.backup(machine.wall.plus(Duration.ofDays(9_000)));
        TillServer.committed(store, fromTheFuture);
        assertThat(FoundArchive.at(newest).backup()).isEqualTo(fromTheFuture.id());
        machine.run(Duration.ofHours(24));
        Backup honest = next();
        TillServer.committed(store, honest);
        assertThat(FoundArchive.at(newest).backup()).isEqualTo(honest.id());
    }

    @Test
    void refusesWhatDoesNotFitAndDropsNothingForIt() throws IOException {
        for (int hours = 0; hours < 30; hours++) {
            TillServer.committed(store, next());
        }
        List<FoundArchive> before = FoundArchive.counting(machine.root());
        long taken;
        try (Stream<Path> files = Files.walk(machine.root())) {
            taken = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
        machine.diskBytes = taken + Commit.ALWAYS_FREE + 2_000;
        Backup tooMuch = next();
        assertFault(() -> TillServer.deliver(store, tooMuch), FaultCode.TERMINAL_FULL);
        assertThat(machine.wasTold(FaultCode.TERMINAL_FULL)).isTrue();
        assertThat(FoundArchive.counting(machine.root())).containsExactlyInAnyOrderElementsOf(before);
        machine.diskBytes = Long.MAX_VALUE / 4;
        assertThat(TillServer.deliver(store, tooMuch)).isInstanceOf(Committed.class);
    }
}
