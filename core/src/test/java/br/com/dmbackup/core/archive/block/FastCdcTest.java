package br.com.dmbackup.core.archive.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FastCdcTest {
    /** Also computed by a second implementation, in Python. */
    private static final Integer[] GOLDEN = {269_261, 181_384, 299_722, 554_742, 332_774, 289_048, 273_193, 309_178,
            283_355, 315_601, 107_328, 170_236, 346_694, 267_484};
    private static final String GOLDEN_DIGEST = "8dd1b73ec0f12cb56d71e41e2d9b3f52ee05048e68e4f7527f9a8d9153adbe59";

    private final FastCdc chunker = new FastCdc();

    /** Bytes that any language can make: a 32-bit linear congruential generator, its upper byte. */
    static byte[] generated(int seed, int length) {
        var bytes = new byte[length];
        int state = seed;
        for (int i = 0; i < length; i++) {
            state = state * 1_664_525 + 1_013_904_223;
            bytes[i] = (byte) (state >>> 24);
        }
        return bytes;
    }

    static List<Integer> lengths(Chunker chunker, byte[] bytes) {
        List<Integer> lengths = new ArrayList<>();
        for (int at = 0; at < bytes.length;) {
            int length = chunker.nextLength(bytes, at, bytes.length);
            lengths.add(length);
            at += length;
        }
        return lengths;
    }

    @Test
    void cutsAsTheGoldenVectorsSay() {
        List<Integer> lengths = lengths(chunker, generated(1, 4_000_000));
        assertThat(lengths).containsExactly(GOLDEN);
        String text = String.join(",",
                lengths(chunker, generated(2, 20_000_000)).stream().map(String::valueOf).toList());
        byte[] digest = Sha256.create().digest(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(GOLDEN_DIGEST);
    }

    @Test
    void keepsToItsLimitsAndItsAverage() {
        byte[] bytes = new byte[40_000_000];
        new Random(3).nextBytes(bytes);
        List<Integer> lengths = lengths(chunker, bytes);
        assertThat(lengths.subList(0, lengths.size() - 1)).allMatch(length -> length >= 64 << 10)
                .allMatch(length -> length <= chunker.maximumBytes());
        assertThat(bytes.length / lengths.size()).isBetween(192 << 10, 384 << 10);
    }

    @Test
    void findsTheSameCutsAgainAfterAnInsertion() {
        byte[] bytes = generated(4, 8_000_000);
        byte[] longer = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, longer, 0, 1_000_000);
        System.arraycopy(bytes, 1_000_000, longer, 1_000_007, bytes.length - 1_000_000);
        List<Integer> before = lengths(chunker, bytes);
        var again = new HashSet<>(lengths(chunker, longer));
        assertThat(before.stream().filter(again::contains).count()).isGreaterThan(before.size() - 5);
    }

    @Test
    void takesDataThatNeverChangesInTheLongestBlocks() {
        assertThat(lengths(chunker, new byte[2_500_000])).containsExactly(1_048_576, 1_048_576, 402_848);
    }

    @Test
    void cutsNothingFromNothing() {
        assertThat(chunker.nextLength(new byte[1], 0, 1)).isEqualTo(1);
        assertThat(lengths(chunker, new byte[0])).isEmpty();
    }
}
