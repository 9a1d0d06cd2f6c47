package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hour by hour: an archive, in idle time its pool, and the next hour's archive that takes from the pool. */
class StrengtheningTest {
    @TempDir
    Path folder;

    private byte[] dump = {};
    private Path first = Path.of("");
    private Path pool = Path.of("");

    @BeforeEach
    void write() throws IOException {
        dump = SampleDumps.sales(1, 4_000_000);
        first = SampleArchives.write(folder.resolve("first.zip"), dump);
        pool = folder.resolve("pool.zip");
    }

    private static long strengthen(Path archive, Path pool, BooleanSupplier stop) throws IOException {
        try (ArchiveBase base = ArchiveBase.open(Files.newByteChannel(archive), "first.zip", Optional.empty())) {
            var strengthening = new Strengthening(base);
            strengthening.write(pool, SampleArchives.MODIFIED, stop, Progress.NONE);
            return strengthening.weakBytes();
        }
    }

    private static long weakBytes(Path archive) throws IOException {
        try (ArchiveBase base = ArchiveBase.open(Files.newByteChannel(archive), "any.zip", Optional.empty())) {
            return new Strengthening(base).weakBytes();
        }
    }

    @Test
    void makesTheNextArchiveSmallerAndLeavesTheFirstAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(first);
        assertThat(strengthen(first, pool, () -> false)).isEqualTo(dump.length);
        assertThat(Files.readAllBytes(first)).isEqualTo(before);
        assertThat(weakBytes(pool)).isZero();

        byte[] later = dump.clone();
        System.arraycopy(SampleDumps.sales(2, 5000), 0, later, 2_000_000, 5000);
        Path next = folder.resolve("next.zip");
        ReuseTest.Made made = ReuseTest.write(next, later, pool, Optional.empty());
        assertThat(made.trouble()).isEmpty();
        assertThat(made.traits().newBytes()).isBetween(5000L, 1_500_000L);
        ReuseTest.assertWhole(next, later);
        assertThat(Files.size(next)).isLessThan(Files.size(first) * 99 / 100);
        assertThat(weakBytes(next)).isEqualTo(made.traits().newBytes());
    }

    @Test
    void compressesOnlyWhatIsNotStrongYet() throws Exception {
        strengthen(first, pool, () -> false);
        byte[] later = dump.clone();
        later[3_000_000] ^= 1;
        Path next = folder.resolve("next.zip");
        ReuseTest.write(next, later, pool, Optional.empty());
        Path again = folder.resolve("again.zip");
        assertThat(strengthen(next, again, () -> false)).isBetween(1L, 1_100_000L);
        ReuseTest.assertWhole(again, later);
        assertThat(ForgedArchive.blocks(again)).filteredOn(block -> ForgedBlocks.among(block, pool))
                .hasSizeGreaterThan(ForgedArchive.blocks(again).size() / 2);
    }

    @Test
    void stopsAtOnceAndLeavesNothingBehind() throws Exception {
        var asked = new AtomicInteger();
        BackupFault fault = catchThrowableOfType(BackupFault.class,
                () -> strengthen(first, pool, () -> asked.incrementAndGet() > 3));
        assertThat(fault.code()).isEqualTo(FaultCode.CANCELLED);
        assertThat(asked).hasValue(4);
        assertThat(pool).doesNotExist();
        ReuseTest.assertWhole(first, dump);
    }

    @Test
    void passesNoRotOn() throws Exception {
        Block block = ForgedArchive.blocks(first).get(3);
        byte[] rotten = Files.readAllBytes(first);
        rotten[(int) block.offset() + 100] ^= 1;
        Files.write(first, rotten);
        BackupFault fault = catchThrowableOfType(BackupFault.class, () -> strengthen(first, pool, () -> false));
        assertThat(fault.code()).isEqualTo(FaultCode.ARCHIVE_DAMAGED);
        assertThat(pool).doesNotExist();
    }

    @Test
    void doesNoHarmWhenThePoolIsDamaged() throws Exception {
        strengthen(first, pool, () -> false);
        byte[] whole = Files.readAllBytes(pool);
        byte[] rotten = whole.clone();
        for (Block block : ForgedArchive.blocks(pool).subList(2, 5)) {
            rotten[(int) block.offset() + block.encodedBytes() / 2] ^= 16;
        }
        Files.write(pool, rotten);
        Path next = folder.resolve("next.zip");
        ReuseTest.Made made = ReuseTest.write(next, dump, pool, Optional.empty());
        assertThat(made.trouble()).isPresent();
        ReuseTest.assertWhole(next, dump);

        Files.write(pool, Arrays.copyOf(whole, whole.length / 2));
        assertThat(catchThrowableOfType(BackupFault.class,
                () -> ReuseTest.write(folder.resolve("cut.zip"), dump, pool, Optional.empty())).code())
                .isEqualTo(FaultCode.ARCHIVE_TRUNCATED);
    }

    @Test
    void takesNoWrongBlockFromAPoolThatLies() throws Exception {
        strengthen(first, pool, () -> false);
        Path lying = ForgedArchive.write(pool, folder.resolve("lying.zip"), ForgedBlocks::firstTwoExchanged);
        Path next = folder.resolve("next.zip");
        ReuseTest.write(next, dump, lying, Optional.empty());
        ReuseTest.assertWhole(next, dump);
    }

    @Test
    void isWrittenByTheStrongEncoder() throws Exception {
        strengthen(first, pool, () -> false);
        assertThat(ForgedArchive.blocks(pool)).extracting(Block::encoder).containsOnly(BlockEncoder.STRONG);
        assertThat(ForgedArchive.blocks(first)).extracting(Block::encoder).containsOnly(BlockEncoder.OWN);
    }
}
