package br.com.dmbackup.terminal.vault;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.ArchiveAssembly;
import br.com.dmbackup.core.archive.ArchiveBase;
import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.BlockIndex;
import br.com.dmbackup.core.archive.block.Fingerprinting;
import br.com.dmbackup.core.archive.block.NotProvenException;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.CommitOutcome.Committed;
import br.com.dmbackup.terminal.vault.CommitOutcome.StillMissing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The archives that blocks are taken from may have rotted, or may not be of this terminal at all. */
class DamagedBaseTest {
    private TestMachine machine;
    private final TillServer server = new TillServer(2);

    @BeforeEach
    void open() throws IOException {
        machine = new TestMachine(TestMachine.memoryFolder());
    }

    @AfterEach
    void close() throws IOException {
        machine.close();
        TestMachine.delete(machine.folder);
    }

    private Backup placed() {
        machine.run(Duration.ofHours(1));
        server.sell();
        Backup backup = server.backup(machine.wall);
        assertThat(TillServer.deliver(machine.store(), backup)).isInstanceOf(Committed.class);
        return backup;
    }

    private Path file(Backup backup) {
        return machine.root().resolve(backup.name().value());
    }

    private static void flip(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            channel.write(ByteBuffer.wrap(new byte[]{(byte) (one.get(0) ^ 1)}), at);
        }
    }

    private static BlockIndex index(Path file) throws IOException {
        try (ArchiveBase base = ArchiveBase.open(FileChannel.open(file), file.toString(), Optional.empty())) {
            return base.index();
        }
    }

    @Test
    void aBlockThatRottedIsAskedForAndTheArchiveIsMarked() throws IOException {
        Backup first = placed();
        flip(file(first), index(file(first)).block(2).offset() + 100);
        machine.run(Duration.ofHours(1));
        Backup again = server.backup(machine.wall);
        StoreVault store = machine.store();
        assertThat(store.missing(again.sums()).cardinality()).isZero();
        assertThat(store.commit(again.plan(), Progress.NONE)).isInstanceOfSatisfying(StillMissing.class,
                missing -> assertThat(missing.blocks().get(2)).isTrue());
        assertThat(machine.wasTold(FaultCode.TERMINAL_ARCHIVE_DAMAGED)).isTrue();
        assertThat(store.list()).filteredOn(archive -> archive.name().equals(first.name()))
                .allMatch(VaultArchive::damaged);
        assertThat(TillServer.deliver(store, again)).isInstanceOf(Committed.class);
        new FoundArchive(file(again), again.id()).assertHolds(again.dump());
    }

    @Test
    void whatAnEarlierArchiveHasNeedNotBeSentAgain() throws IOException {
        placed();
        Backup second = placed();
        Backup third = placed();
        Block shared = index(file(third)).block(0);
        boolean inBoth = Arrays.equals(shared.sha256(), second.blocks().getFirst().print().sha256());
        flip(file(third), shared.offset() + 50);
        machine.run(Duration.ofHours(1));
        Backup again = Backup.of(machine.wall, third.dump(), third.rows());
        CommitOutcome outcome = machine.store().commit(again.plan(), Progress.NONE);
        // Only what no other archive has is asked for.
        int asked = outcome instanceof StillMissing missing ? missing.blocks().cardinality() : 0;
        assertThat(asked).isLessThan(again.blocks().size() / 2);
        assertThat(inBoth).as("the damaged block is one that the second has, too").isTrue();
        assertThat(TillServer.deliver(machine.store(), again)).isInstanceOf(Committed.class);
        new FoundArchive(file(again), again.id()).assertHolds(again.dump());
    }

    @Test
    void anArchiveThatIsNotKnownToBeMadeHereIsInflatedBlockByBlock() throws IOException {
        Backup first = placed();
        machine.close();
        Files.delete(machine.state().resolve("loja-1.txt"));
        // A block whose bytes and checksum agree, and which gives other bytes than its line says.
        forge(file(first));
        machine.reopen();
        machine.run(Duration.ofHours(1));
        Backup again = server.backup(machine.wall);
        CommitOutcome outcome = machine.store().commit(again.plan(), Progress.NONE);
        assertThat(outcome).isInstanceOfSatisfying(StillMissing.class,
                missing -> assertThat(missing.blocks().get(1)).isTrue());
        assertThat(TillServer.deliver(machine.store(), again)).isInstanceOf(Committed.class);
        new FoundArchive(file(again), again.id()).assertHolds(again.dump());
    }

    /** Writes the second block once more in place of the first, as somebody would who can write an archive. */
    private void forge(Path file) throws IOException {
        Backup other = new TillServer(77).backup(machine.wall);
        BlockIndex index = index(file);
        Path forged = file.resolveSibling("forged");
        try (ArchiveBase base = ArchiveBase.open(FileChannel.open(file), file.toString(), Optional.empty());
                var assembly = ArchiveAssembly.create(forged, "MCDados.bak",
                        LocalDateTime.of(2026, 3, 2, 9, 0), 1, 262_144);
                var encoder = new BlockEncoder(Backup.BLOCK_BYTES)) {
            for (int number = 0; number < index.blocks(); number++) {
                Block block = index.block(number);
                var encoded = new byte[block.encodedBytes()];
                base.read(block.offset(), encoded, 0, encoded.length);
                if (number == 1) {
                    byte[] plain = Arrays.copyOf(other.dump(), Backup.BLOCK_BYTES);
                    Block made = encoder.encode(new Fingerprinting().of(plain, 0,
                            plain.length), plain, 0);
                    encoded = Arrays.copyOf(encoder.encoded(), made.encodedBytes());
                    block = new Block(block.sha256(), block.plainBytes(), made.encodedBytes(), block.crc32(),
                            block.flags(), made.encodedChecksum(), 0);
                }
                assembly.append(block, ByteBuffer.wrap(encoded));
            }
            assembly.finish(base.manifest().orElseThrow());
        } catch (NotProvenException e) {
            throw new AssertionError(e);
        }
        Files.move(forged, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
