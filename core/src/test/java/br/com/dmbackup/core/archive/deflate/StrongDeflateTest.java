package br.com.dmbackup.core.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrongDeflateTest {
    private final StrongDeflate deflate = new StrongDeflate();

    private static int room(int length) {
        return length + length / 64 + 64;
    }

    private int comesBack(byte[] plain) throws DataFormatException {
        byte[] encoded = new byte[room(plain.length)];
        int length = deflate.encode(plain, plain.length, encoded);
        assertThat(length).isBetween(5, encoded.length);
        assertThat(Arrays.copyOf(encoded, length)).endsWith(0, 0, 0xff, 0xff);
        try (var inflater = new Inflater(true)) {
            inflater.setInput(encoded, 0, length);
            byte[] inflated = new byte[plain.length + 1];
            assertThat(inflater.inflate(inflated)).isEqualTo(plain.length);
            assertThat(inflater.finished()).isFalse();
            assertThat(inflater.getRemaining()).isZero();
            assertThat(Arrays.equals(inflated, 0, plain.length, plain, 0, plain.length)).isTrue();
        }
        return length;
    }

    @Test
    void givesEveryShortBlockBack() throws DataFormatException {
        var random = new Random(1);
        for (int length = 0; length < 300; length++) {
            comesBack(new byte[length]);
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            comesBack(bytes);
            comesBack(text(random, length));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9})
    void givesAnyMixtureBack(long seed) throws DataFormatException {
        var random = new Random(seed);
        byte[] plain = new byte[random.nextInt(700_000)];
        for (int at = 0; at < plain.length;) {
            int piece = Math.min(plain.length - at, 1 + random.nextInt(70_000));
            byte[] source = switch (random.nextInt(4)) {
                case 0 -> text(random, piece);
                case 1 -> random(random, piece);
                case 2 -> at < piece ? new byte[piece] : Arrays.copyOfRange(plain, at - piece, at);
                default -> new byte[piece];
            };
            System.arraycopy(source, 0, plain, at, piece);
            at += piece;
        }
        comesBack(plain);
    }

    /** The farthest match that is used, the first that is not, and both beyond the end of a stretch. */
    @Test
    void givesFarMatchesBack() throws DataFormatException {
        byte[] noise = random(new Random(10), 32_770);
        for (int distance = 32_765; distance <= 32_770; distance++) {
            byte[] plain = new byte[distance + 40_000];
            System.arraycopy(noise, 0, plain, 0, distance);
            for (int at = distance; at < plain.length; at++) {
                plain[at] = plain[at - distance];
            }
            comesBack(plain);
        }
    }

    @Test
    void makesLessThanItsQuickBrotherAndZlib() throws DataFormatException {
        byte[] plain = text(new Random(11), 400_000);
        byte[] target = new byte[room(plain.length)];
        int quick = new Deflate().encode(plain, plain.length, target);
        try (var zlib = new Deflater(9, true)) {
            zlib.setInput(plain);
            int best = zlib.deflate(target, 0, target.length, Deflater.FULL_FLUSH);
            assertThat(comesBack(plain)).isLessThan(quick * 99 / 100).isLessThan(best * 99 / 100);
        }
    }

    @Test
    void saysWhereThereIsNoRoom() {
        byte[] plain = text(new Random(12), 100_000);
        for (int room : new int[]{0, 5, 20, 1000, 10_000}) {
            assertThat(deflate.encode(plain, plain.length, new byte[room])).isEqualTo(-1);
        }
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(Random random, int length) {
        var text = new StringBuilder(length + 80);
        while (text.length() < length) {
            text.append(random.nextInt(100_000)).append(";Dipirona ").append(random.nextInt(10) * 100)
                    .append(" mg;").append(random.nextInt(5000) / 100.0).append('\n');
        }
        return text.substring(0, length).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
