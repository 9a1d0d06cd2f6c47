package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.archive.Damage.Region;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.protocol.FaultCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedArchiveTest {
    @TempDir
    Path folder;

    private byte[] dump;
    private byte[] archive;
    /** Where each region begins; each ends where the next begins. */
    private final TreeMap<Integer, Region> regions = new TreeMap<>();

    @BeforeEach
    void write() throws IOException {
        dump = SampleDumps.mixed(21, 1_500_000);
        archive = Files.readAllBytes(SampleArchives.write(folder.resolve("MCDados.zip"), dump));
        ByteBuffer end = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int directory = end.getInt(archive.length - 6);
        int index = indexOf("PK\3\4", 1);
        int manifest = indexOf("PK\3\4", index + 1);
        regions.put(0, Region.LOCAL_HEADER);
        regions.put(30 + "MCDados.bak".length() + 20, Region.BLOCK);
        regions.put(index - 2, Region.DUMP_END);
        regions.put(index, Region.INDEX);
        regions.put(manifest, Region.MANIFEST);
        regions.put(directory, Region.DIRECTORY);
    }

    /** The last places where the mark can stand: the dump itself is full of random bytes. */
    private int indexOf(String mark, int from) {
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        int named = text.indexOf("dmbackup/" + (from == 1 ? "index.bin" : "manifest.json"));
        return text.lastIndexOf(mark, named);
    }

    @ParameterizedTest
    @EnumSource(value = Region.class, names = {"LOCAL_HEADER", "DUMP_END", "INDEX", "MANIFEST", "DIRECTORY"})
    void namesTheRegionOfAnyFlippedBitAndStillGivesTheDump(Region region) {
        int start = regions.entrySet().stream().filter(e -> e.getValue() == region).findFirst().orElseThrow().getKey();
        Integer next = regions.higherKey(start);
        int end = next == null ? archive.length : next;
        for (int at = start; at < end; at++) {
            byte[] damaged = flipped(at, (at * 7 + 3) % 8);
            assertThat(report(damaged, CheckDepth.ENCODED).damages()).as("offset %d of %s", at - start, region)
                    .isNotEmpty().extracting(Damage::region).containsOnly(region);
            if (at % 64 == 0) {
                assertThat(report(damaged, CheckDepth.FULL).damages()).extracting(Damage::region).containsOnly(region);
            }
            if (region != Region.DUMP_END && at % 32 == 0) {
                assertThat(extracted(damaged)).as("offset %d of %s", at - start, region).isEqualTo(dump);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34})
    void findsExactlyTheDamagedBlocks(long seed) {
        var random = new Random(seed);
        int start = regions.firstEntry().getKey() + 61;
        int end = dumpEnd();
        for (int round = 0; round < 25; round++) {
            byte[] damaged = archive.clone();
            int first = start + random.nextInt(end - start);
            int second = start + random.nextInt(end - start);
            damaged[first] ^= (byte) (1 << random.nextInt(8));
            damaged[second] ^= (byte) (1 + random.nextInt(255));
            if (first == second) {
                continue;
            }
            for (CheckDepth depth : CheckDepth.values()) {
                List<Damage> damages = report(damaged, depth).damages();
                assertThat(damages).as("seed %d, offsets %d %d", seed, first, second).isNotEmpty()
                        .allMatch(damage -> damage.region() == Region.BLOCK && damage.block() >= 0)
                        .allMatch(damage -> holds(damage, first) || holds(damage, second))
                        .anyMatch(damage -> holds(damage, first)).anyMatch(damage -> holds(damage, second));
            }
            BackupFault fault = catchThrowableOfType(BackupFault.class, () -> extracted(damaged));
            assertThat(fault.code()).isEqualTo(FaultCode.ARCHIVE_DAMAGED);
            assertThat(fault.arguments()[1].toString()).contains("BLOCK");
        }
    }

    private static boolean holds(Damage damage, int offset) {
        return damage.offset() <= offset && offset < damage.offset() + damage.length();
    }

    @Test
    void leavesNoFileWhenABlockIsDamaged() {
        byte[] damaged = flipped(archive.length / 2, 0);
        Path target = folder.resolve("out.bak");
        try (ArchiveReader reader = open(damaged)) {
            assertThatThrownBy(() -> reader.extractTo(target, Progress.NONE)).isInstanceOf(BackupFault.class)
                    .extracting(fault -> ((BackupFault) fault).code()).isEqualTo(FaultCode.ARCHIVE_DAMAGED);
        }
        assertThat(target).doesNotExist();
    }

    @Test
    void neverGivesWrongBytesWhenTheIndexIsGoneToo() {
        int index = regions.entrySet().stream().filter(e -> e.getValue() == Region.INDEX).findFirst().orElseThrow()
                .getKey();
        byte[] damaged = flipped(index + 100, 0);
        damaged[archive.length / 3] ^= 16;
        assertThat(report(damaged, CheckDepth.ENCODED).damages()).extracting(Damage::region)
                .containsExactly(Region.DUMP, Region.INDEX);
        assertThatThrownBy(() -> extracted(damaged)).isInstanceOf(BackupFault.class);
    }

    @Test
    void reportsEveryDamageInTheOrderOfTheFile() {
        byte[] damaged = archive.clone();
        regions.forEach((start, region) -> damaged[start + 1] ^= (byte) (region == Region.DIRECTORY ? 0 : 64));
        damaged[dumpEnd() - 100] ^= 1;
        assertThat(report(damaged, CheckDepth.FULL).damages()).extracting(Damage::region).containsExactly(
                Region.LOCAL_HEADER, Region.BLOCK, Region.BLOCK, Region.DUMP_END, Region.INDEX, Region.MANIFEST);
    }

    @Test
    void saysDamagedWhenNeitherHeadersNorDirectoryCanBeRead() {
        byte[] damaged = flipped(1, 0);
        damaged[regions.lastKey() + 1] ^= 1;
        BackupFault fault = catchThrowableOfType(BackupFault.class, () -> open(damaged));
        assertThat(fault.code()).isEqualTo(FaultCode.ARCHIVE_DAMAGED);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42})
    void saysTruncatedWhereverTheFileEnds(long seed) {
        var random = new Random(seed);
        int[] lengths = random.ints(60, 0, archive.length).toArray();
        int[] tail = java.util.stream.IntStream.range(archive.length - 1500, archive.length).toArray();
        for (int[] some : List.of(lengths, tail, new int[]{0, 1, 2, 3, 4, 22, 30, 61})) {
            for (int length : some) {
                BackupFault fault = catchThrowableOfType(BackupFault.class, () -> open(Arrays.copyOf(archive, length)));
                assertThat(fault).as("seed %d, length %d", seed, length).isNotNull();
                assertThat(fault.code()).as("seed %d, length %d", seed, length).isEqualTo(FaultCode.ARCHIVE_TRUNCATED);
                assertThat(fault.arguments()).contains((long) length);
            }
        }
    }

    @Test
    void noticesBytesAppended() {
        byte[] longer = Arrays.copyOf(archive, archive.length + 5000);
        assertThat(report(longer, CheckDepth.ENCODED).damages()).extracting(Damage::region)
                .containsExactly(Region.DIRECTORY);
        assertThat(extracted(longer)).isEqualTo(dump);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53, 54, 55})
    void neverCallsAnArchiveSoundAfterAnyOverwriting(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            byte[] damaged = archive.clone();
            int at = random.nextInt(archive.length);
            int length = Math.min(archive.length - at, 1 + random.nextInt(100_000));
            byte[] junk = SampleDumps.random(random.nextLong(), length);
            System.arraycopy(random.nextBoolean() ? junk : new byte[length], 0, damaged, at, length);
            if (Arrays.equals(damaged, archive)) {
                continue;
            }
            try {
                assertThat(report(damaged, CheckDepth.ENCODED).sound()).as("seed %d, %d+%d", seed, at, length)
                        .isFalse();
                assertThat(extracted(damaged)).as("seed %d, %d+%d", seed, at, length).isEqualTo(dump);
            } catch (BackupFault fault) {
                assertThat(fault.code()).as("seed %d, %d+%d", seed, at, length).isIn(FaultCode.ARCHIVE_DAMAGED,
                        FaultCode.ARCHIVE_TRUNCATED, FaultCode.NOT_AN_ARCHIVE);
            }
        }
    }

    private int dumpEnd() {
        return regions.entrySet().stream().filter(e -> e.getValue() == Region.DUMP_END).findFirst().orElseThrow()
                .getKey();
    }

    private byte[] flipped(int at, int bit) {
        byte[] damaged = archive.clone();
        damaged[at] ^= (byte) (1 << bit);
        return damaged;
    }

    private static ArchiveReader open(byte[] bytes) {
        return ArchiveReader.open(new MemoryChannel(bytes), "MCDados.zip");
    }

    private static ArchiveReport report(byte[] bytes, CheckDepth depth) {
        try (ArchiveReader reader = open(bytes)) {
            return reader.check(depth, Progress.NONE);
        }
    }

    private static byte[] extracted(byte[] bytes) {
        try (ArchiveReader reader = open(bytes)) {
            var sink = new ByteArrayOutputStream();
            reader.extractTo(sink, Progress.NONE);
            return sink.toByteArray();
        }
    }
}
