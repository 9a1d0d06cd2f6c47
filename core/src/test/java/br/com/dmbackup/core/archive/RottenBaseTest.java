package br.com.dmbackup.core.archive;

import static br.com.dmbackup.core.archive.ReuseTest.assertWhole;
import static br.com.dmbackup.core.archive.ReuseTest.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.archive.ReuseTest.Made;
import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.archive.block.KnownBlocks;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with the archive that blocks are taken from: the new one is right, and what was found is told. */
class RottenBaseTest {
    @TempDir
    Path folder;

    private byte[] dump;
    private Path base;
    private Path next;

    @BeforeEach
    void makeTheBase() {
        dump = SampleDumps.mixed(51, 6_000_000);
        base = SampleArchives.write(folder.resolve("base.zip"), dump);
        next = folder.resolve("next.zip");
    }

    @Test
    void makesAnewWhatHasRottenAndTellsOfIt() throws IOException {
        var random = new Random(7);
        Optional<String> seal = ForgedArchive.seal(base);
        List<Block> blocks = ForgedArchive.blocks(base);
        for (int round = 0; round < 20; round++) {
            byte[] rotten = Files.readAllBytes(base);
            int hit = random.nextInt(blocks.size() - 1);
            Block first = blocks.get(hit);
            Block second = blocks.get(random.nextInt(hit + 1, blocks.size()));
            for (Block block : List.of(first, second)) {
                rotten[(int) block.offset() + random.nextInt(block.encodedBytes())] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve(round + ".zip"), rotten);
            Path made = folder.resolve(round + "-next.zip");
            Made what = write(made, dump, file, seal);
            assertThat(what.trouble()).map(BackupFault::code).as("round %d", round).contains(FaultCode.BASE_DAMAGED);
            assertThat(what.traits().newBytes()).as("round %d", round)
                    .isEqualTo(first.plainBytes() + second.plainBytes());
            assertWhole(made, dump);
            Files.delete(made);
        }
    }

    @Test
    void refusesABaseThatIsCutOrWhoseIndexIsNotWhole() throws IOException {
        byte[] whole = Files.readAllBytes(base);
        Files.write(base, Arrays.copyOf(whole, whole.length - 1));
        assertThat(faultOf()).isEqualTo(FaultCode.ARCHIVE_TRUNCATED);
        Files.write(base, Arrays.copyOf(whole, whole.length / 2));
        assertThat(faultOf()).isEqualTo(FaultCode.ARCHIVE_TRUNCATED);
        byte[] flipped = whole.clone();
        flipped[new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("DMBINDEX") + 100] ^= 1;
        Files.write(base, flipped);
        assertThat(faultOf()).isEqualTo(FaultCode.ARCHIVE_DAMAGED);
    }

    private FaultCode faultOf() {
        BackupFault fault = catchThrowableOfType(BackupFault.class, () -> write(next, dump, base, Optional.empty()));
        assertThat(fault).isNotNull();
        return fault.code();
    }

    @Test
    void makesTheRestAnewWhenTheBaseVanishesMeanwhile() throws IOException {
        var reads = new AtomicInteger();
        try (ArchiveBase known = ArchiveBase.open(Files.newByteChannel(base), "base.zip", ForgedArchive.seal(base));
                ArchiveWriter writer = ArchiveWriter.create(next, SampleArchives.DUMP_NAME, SampleArchives.MODIFIED,
                        new PassedOn(known) {
                            @Override
                            public void read(long offset, byte[] target, int at, int length) throws IOException {
                                if (reads.incrementAndGet() > 1) {
                                    throw new IOException("Input/output error");
                                }
                                super.read(offset, target, at, length);
                            }
                        })) {
            WrittenDump written = writer.writeDump(Channels.newChannel(new ByteArrayInputStream(dump)), dump.length,
                    Progress.NONE);
            writer.finish(SampleArchives.manifest(SampleArchives.DUMP_NAME, written));
            assertThat(written.traits().newBytes()).isBetween(1L, dump.length - 1L);
            assertThat(known.trouble()).map(BackupFault::code).contains(FaultCode.FILE_UNREADABLE);
        }
        assertWhole(next, dump);
    }

    /** Every checksum of the forged index is right; its lines speak of other blocks. */
    @Test
    void believesNoLineOfAnIndexThatItDidNotWriteItself() throws IOException {
        Path lying = ForgedArchive.write(base, folder.resolve("lying.zip"), ForgedBlocks::firstTwoExchanged);
        assertThat(SampleArchives.check(lying, CheckDepth.ENCODED).damages()).as("the lie agrees with itself")
                .isEmpty();
        Made made = write(next, dump, lying, ForgedArchive.seal(base));
        assertThat(made.trouble()).map(BackupFault::code).contains(FaultCode.BASE_DAMAGED);
        assertWhole(next, dump);
    }

    /** What a defect made and marked as proven on this very machine lives on for a day at most. */
    @Test
    void findsWithinTwentyFourArchivesWhatWasWronglyProvenHere() throws IOException {
        Path lying = ForgedArchive.write(base, folder.resolve("0.zip"), ForgedBlocks::firstTwoExchanged);
        Path last = lying;
        int found = 0;
        for (int hour = 1; hour <= Block.PROOF_ROUND && found < 2; hour++) {
            Path made = folder.resolve(hour + ".zip");
            Made what = write(made, dump, last, ForgedArchive.seal(last));
            found += what.trouble().isPresent() ? 1 : 0;
            last = made;
        }
        assertThat(found).isPositive();
        write(next, dump, last, Optional.empty());
        assertWhole(next, dump);
    }

    @Test
    void takesNoBlockThatIsNotMarkedAsProven() throws IOException {
        Path unproven = ForgedArchive.write(base, folder.resolve("unproven.zip"), lines -> {
            lines.set(2, ForgedBlocks.unproven(lines.get(2)));
            return lines;
        });
        Made made = write(next, dump, unproven, ForgedArchive.seal(unproven));
        assertThat(made.traits().newBytes()).isEqualTo(ForgedArchive.blocks(base).get(2).plainBytes());
        assertThat(made.trouble()).isEmpty();
        assertWhole(next, dump);
    }

    /** A bit that memory loses between the last look at a block and the disk: the reading back finds it. */
    @Test
    void findsABitThatWasLostAfterTheChecksumWasCompared() throws IOException {
        try (ArchiveBase known = ArchiveBase.open(Files.newByteChannel(base), "base.zip", ForgedArchive.seal(base));
                ArchiveWriter writer = ArchiveWriter.create(next, SampleArchives.DUMP_NAME, SampleArchives.MODIFIED,
                        new WeakMemory(known))) {
            WrittenDump written = writer.writeDump(Channels.newChannel(new ByteArrayInputStream(dump)), dump.length,
                    Progress.NONE);
            writer.finish(SampleArchives.manifest(SampleArchives.DUMP_NAME, written));
        }
        assertThat(SampleArchives.check(next, CheckDepth.ENCODED).damages()).hasSize(1);
    }

    /** Loses one bit of what was read, as soon as the checksum was compared. */
    private static final class WeakMemory extends PassedOn {
        private final AtomicInteger asked = new AtomicInteger();
        private final Map<Thread, ByteBuffer> lastRead = new ConcurrentHashMap<>();

        WeakMemory(KnownBlocks known) {
            super(known);
        }

        @Override
        public void read(long offset, byte[] target, int at, int length) throws IOException {
            super.read(offset, target, at, length);
            lastRead.put(Thread.currentThread(), ByteBuffer.wrap(target, at, length).slice());
        }

        @Override
        public boolean doubted() {
            if (asked.incrementAndGet() == 1) {
                ByteBuffer read = lastRead.getOrDefault(Thread.currentThread(), ByteBuffer.allocate(4));
                read.put(3, (byte) (read.get(3) ^ 16));
            }
            return super.doubted();
        }
    }

    /** Known blocks as they are, for those who change something about them. */
    private static class PassedOn implements KnownBlocks {
        private final KnownBlocks known;

        PassedOn(KnownBlocks known) {
            this.known = known;
        }

        @Override
        public Optional<Block> find(Fingerprint print) {
            return known.find(print);
        }

        @Override
        public void read(long offset, byte[] target, int at, int length) throws IOException {
            known.read(offset, target, at, length);
        }

        @Override
        public boolean doubted() {
            return known.doubted();
        }

        @Override
        public void damaged(Block block) {
            known.damaged(block);
        }

        @Override
        public void lost(IOException why) {
            known.lost(why);
        }
    }
}
