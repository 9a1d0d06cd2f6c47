package br.com.dmbackup.core.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateTest {
    private final Deflate deflate = new Deflate();

    private byte[] encoded(byte[] plain) {
        byte[] target = new byte[plain.length + plain.length / 64 + 64];
        int length = deflate.encode(plain, plain.length, target);
        assertThat(length).isBetween(5, target.length);
        return Arrays.copyOf(target, length);
    }

    private static byte[] inflated(byte[] encoded) throws DataFormatException {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(encoded);
            var plain = new ByteArrayOutputStream();
            byte[] slice = new byte[65_536];
            for (int length; (length = inflater.inflate(slice)) > 0;) {
                plain.write(slice, 0, length);
            }
            assertThat(inflater.finished()).isFalse();
            assertThat(inflater.getRemaining()).isZero();
            return plain.toByteArray();
        }
    }

    private void comesBack(byte[] plain) throws DataFormatException {
        byte[] encoded = encoded(plain);
        assertThat(Arrays.equals(inflated(encoded), plain)).isTrue();
        assertThat(encoded).endsWith(0, 0, 0xff, 0xff);
    }

    @Test
    void givesEveryShortBlockBack() throws DataFormatException {
        var random = new Random(1);
        for (int length = 0; length < 300; length++) {
            comesBack(new byte[length]);
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            comesBack(bytes);
        }
    }

    @Test
    void givesLongRunsAndFarMatchesBack() throws DataFormatException {
        comesBack(new byte[1_000_000]);
        byte[] noise = new byte[32_767];
        new Random(2).nextBytes(noise);
        for (int apart = 32_760; apart <= 32_775; apart++) {
            byte[] twice = Arrays.copyOf(noise, apart + noise.length);
            System.arraycopy(noise, 0, twice, apart, noise.length);
            comesBack(twice);
        }
    }

    @Test
    void limitsCodesThatWouldBecomeTooLong() throws DataFormatException {
        var plain = new ByteArrayOutputStream();
        int one = 1;
        int two = 1;
        for (int symbol = 0; symbol < 24 && plain.size() < 200_000; symbol++) {
            for (int i = 0; i < one; i++) {
                plain.write(symbol * 7);
            }
            two += one;
            one = two - one;
        }
        byte[] bytes = plain.toByteArray();
        shuffle(bytes, new Random(3));
        comesBack(bytes);
    }

    private static void shuffle(byte[] bytes, Random random) {
        for (int i = bytes.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte kept = bytes[i];
            bytes[i] = bytes[other];
            bytes[other] = kept;
        }
    }

    @Test
    void hardlyLengthensWhatCannotBeCompressed() throws DataFormatException {
        byte[] bytes = new byte[1 << 20];
        new Random(4).nextBytes(bytes);
        comesBack(bytes);
        assertThat(encoded(bytes).length).isLessThan(bytes.length + bytes.length / 2_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8, 9, 10})
    void givesMixturesBackAsOftenAsItIsAsked(long seed) throws DataFormatException {
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            comesBack(mixture(random));
        }
    }

    /** Noise, words, runs and copies of what stands before, in pieces of all lengths. */
    private static byte[] mixture(Random random) {
        byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 600_000 : 60_000)];
        for (int at = 0; at < bytes.length;) {
            int piece = Math.min(bytes.length - at, 1 + random.nextInt(1 + random.nextInt(3_000)));
            int sort = random.nextInt(4);
            int back = at == 0 ? 0 : 1 + random.nextInt(Math.min(at, 40_000));
            int letters = 1 + random.nextInt(200);
            for (int end = at + piece; at < end; at++) {
                bytes[at] = switch (sort) {
                    case 0 -> (byte) random.nextInt(256);
                    case 1 -> (byte) random.nextInt(letters);
                    case 2 -> (byte) letters;
                    default -> back == 0 ? 0 : bytes[at - back];
                };
            }
        }
        return bytes;
    }

    @Test
    void isAboutAsShortAsZlibOnText() {
        var text = new StringBuilder();
        var random = new Random(11);
        while (text.length() < 400_000) {
            text.append("<prod><cProd>").append(random.nextInt(22_000)).append("</cProd><xProd>Dipirona ")
                    .append(random.nextInt(50)).append(" mg</xProd><vProd>").append(random.nextInt(100_000))
                    .append("</vProd></prod>");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try (var zlib = new Deflater(6, true)) {
            zlib.setInput(bytes);
            int length = zlib.deflate(new byte[bytes.length], 0, bytes.length, Deflater.FULL_FLUSH);
            assertThat(encoded(bytes).length).isLessThan(length * 103 / 100);
        }
    }

    @Test
    void saysWhenThereIsNoRoom() {
        byte[] bytes = new byte[100_000];
        new Random(12).nextBytes(bytes);
        for (int room : new int[]{0, 1, 20, 1_000, 50_000, 99_999}) {
            assertThat(deflate.encode(bytes, bytes.length, new byte[room])).isEqualTo(-1);
        }
    }

    @Test
    void findsNothingOfAnotherBlockEvenWhenItsPlacesAreCountedAnew() throws DataFormatException {
        byte[] bytes = "venda;produto;cliente;".repeat(500).getBytes(StandardCharsets.UTF_8);
        byte[] first = encoded(bytes);
        for (int base : new int[]{Integer.MAX_VALUE / 2 - 5_000, Integer.MAX_VALUE / 2 + 1}) {
            var again = new Deflate(new Window(base));
            for (int i = 0; i < 3; i++) {
                byte[] target = new byte[bytes.length + 1_000];
                int length = again.encode(bytes, bytes.length, target);
                assertThat(Arrays.copyOf(target, length)).isEqualTo(first);
            }
        }
    }
}
