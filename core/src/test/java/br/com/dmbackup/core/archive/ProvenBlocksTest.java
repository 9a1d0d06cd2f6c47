package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.Damage.Region;
import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockDecoder;
import br.com.dmbackup.core.backup.Progress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 24 slots verified together: what is saved, and that nothing is missed for it. */
class ProvenBlocksTest {
    private static final int SLOTS = 24;

    /** An hour changes a little, as in a store. The dumps do not compress, so that blocks are stored. */
    private static final List<byte[]> DAY = new ArrayList<>();

    private final List<byte[]> slots = new ArrayList<>(DAY);

    @BeforeAll
    static void writeADay(@TempDir Path folder) throws IOException {
        byte[] dump = SampleDumps.random(1, 900_000);
        var random = new Random(2);
        for (int hour = 0; hour < SLOTS; hour++) {
            Path file = folder.resolve(hour + ".zip");
            DAY.add(Files.readAllBytes(SampleArchives.write(file, dump)));
            random.ints(20).forEach(value -> dump[800_000 + random.nextInt(100_000)] = (byte) value);
        }
    }

    @Test
    void inflatesWhatManySlotsHaveInCommonOnce() {
        var proven = new ProvenBlocks();
        assertThat(check(slots.getFirst(), proven).sound()).isTrue();
        int ofOne = proven.size();
        assertThat(ofOne).isEqualTo(blocks(slots.getFirst())).isGreaterThan(2);
        for (byte[] slot : slots) {
            assertThat(check(slot, proven).sound()).isTrue();
        }
        assertThat(proven.size()).isLessThan(ofOne + SLOTS * 2).isGreaterThan(ofOne + SLOTS - 2);
    }

    /** That a block is called right unread is what this saving consists of, and what makes the other tests needed. */
    @Test
    void takesAtItsWordWhateverWasProven() throws IOException {
        Forgery forged = new Forgery(slots.getFirst()).flip(1).tellTrueChecksumOf(1);
        var proven = new ProvenBlocks();
        assertThat(check(forged.bytes(), proven).damages()).extracting(Damage::block).containsExactly(1);
        try (Arena memory = Arena.ofConfined(); var decoder = new BlockDecoder(1 << 20, memory)) {
            Block told = new Forgery(forged.bytes()).block(1);
            proven.add(decoder.digestOfClaim(told,
                    ByteBuffer.wrap(forged.bytes(), (int) told.offset(), told.encodedBytes())));
        }
        assertThat(check(forged.bytes(), proven).sound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Region.class, names = "DUMP", mode = EnumSource.Mode.EXCLUDE)
    void findsRotInOneSlotWhileTheOthersAreGood(Region region) throws IOException {
        var random = new Random(region.name().hashCode());
        for (int rotten : new int[]{0, 11, SLOTS - 1}) {
            byte[] good = slots.get(rotten);
            int[] place = places(good).getOrDefault(region, new int[2]);
            int at = place[0] + random.nextInt(place[1] - place[0]);
            byte[] damaged = good.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            slots.set(rotten, damaged);
            var proven = new ProvenBlocks();
            for (int slot = 0; slot < SLOTS; slot++) {
                assertThat(check(slots.get(slot), proven).damages())
                        .as("rot at %d of slot %d, slot %d", at, rotten, slot)
                        .extracting(Damage::region)
                        .containsExactlyElementsOf(slot == rotten ? List.of(region) : List.of());
            }
            assertThat(check(damaged, proven).sound()).as("after all others").isFalse();
            slots.set(rotten, good);
            assertThat(check(good, proven).sound()).as("mended").isTrue();
        }
    }

    @Test
    void findsAnIndexThatClaimsAProvenBlockForOtherBytes() throws IOException {
        byte[] lying = new Forgery(slots.getFirst()).flip(1).tellTrueChecksumOf(1).bytes();
        assertThat(reportOf(lying, CheckDepth.ENCODED).sound()).isTrue();
        for (int first = 0; first < 2; first++) {
            var proven = new ProvenBlocks();
            List<byte[]> order = first == 0 ? List.of(lying, slots.getFirst()) : List.of(slots.getFirst(), lying);
            for (byte[] archive : order) {
                assertThat(check(archive, proven).damages()).extracting(Damage::block)
                        .containsExactlyElementsOf(Arrays.equals(archive, lying) ? List.of(1) : List.of());
            }
        }
    }

    /** Two blocks of one checksum are easily made, which is why a digest is asked. */
    @Test
    void findsOtherBytesOfTheSameChecksum() throws IOException {
        byte[] forged = new Forgery(slots.getFirst()).changeUnseen(1).bytes();
        assertThat(forged).isNotEqualTo(slots.getFirst());
        assertThat(reportOf(forged, CheckDepth.ENCODED).sound()).isTrue();
        var proven = new ProvenBlocks();
        assertThat(check(slots.getFirst(), proven).sound()).isTrue();
        assertThat(check(forged, proven).damages()).extracting(Damage::block).containsExactly(1);
        assertThat(check(slots.getFirst(), proven).sound()).isTrue();
    }

    @Test
    void remembersNoMoreThanItHasRoomFor() {
        var proven = new ProvenBlocks();
        var random = new Random(3);
        var first = new byte[32];
        random.nextBytes(first);
        proven.add(first);
        proven.add(first);
        assertThat(proven.size()).isEqualTo(1);
        var digest = new byte[32];
        for (int i = 0; i < ProvenBlocks.MOST_BLOCKS + 1000; i++) {
            random.nextBytes(digest);
            proven.add(digest);
        }
        assertThat(proven.size()).isEqualTo(ProvenBlocks.MOST_BLOCKS);
        assertThat(proven.contain(first)).isTrue();
        assertThat(proven.contain(digest)).isFalse();
        assertThat(proven.contain(new byte[32])).isFalse();
    }

    private static Map<Region, int[]> places(byte[] archive) throws IOException {
        OwnArchive own = OpenedArchive
                .open(new br.com.dmbackup.core.archive.zip.ZipBytes(new MemoryChannel(archive)), "")
                .own().orElseThrow();
        int dump = (int) own.layout().dumpOffset();
        int index = (int) own.headers().index().headerOffset();
        int manifest = (int) own.headers().manifest().headerOffset();
        int directory = (int) own.layout().directoryOffset();
        Map<Region, int[]> places = new EnumMap<>(Region.class);
        places.put(Region.LOCAL_HEADER, new int[]{0, dump});
        places.put(Region.BLOCK, new int[]{dump, index - 2});
        places.put(Region.DUMP_END, new int[]{index - 2, index});
        places.put(Region.INDEX, new int[]{index, manifest});
        places.put(Region.MANIFEST, new int[]{manifest, directory});
        places.put(Region.DIRECTORY, new int[]{directory, archive.length});
        return places;
    }

    private static int blocks(byte[] archive) {
        return reportOf(archive, CheckDepth.ENCODED).blocks();
    }

    private static ArchiveReport check(byte[] archive, ProvenBlocks proven) {
        try (ArchiveReader reader = ArchiveReader.open(new MemoryChannel(archive), "MCDados.zip")) {
            return reader.check(proven, Progress.NONE);
        }
    }

    private static ArchiveReport reportOf(byte[] archive, CheckDepth depth) {
        try (ArchiveReader reader = ArchiveReader.open(new MemoryChannel(archive), "MCDados.zip")) {
            return reader.check(depth, Progress.NONE);
        }
    }
}
