package br.com.dmbackup.core.archive.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Crc32SumTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheCrcOfTheWholeWhateverThePieces(long seed) {
        var random = new Random(seed);
        var bytes = new byte[random.nextInt(200_000)];
        random.nextBytes(bytes);
        var sum = new Crc32Sum();
        var whole = new CRC32();
        whole.update(bytes);
        for (int at = 0; at < bytes.length;) {
            int length = Math.min(bytes.length - at, random.nextInt(50_000));
            var piece = new CRC32();
            piece.update(bytes, at, length);
            sum.append((int) piece.getValue(), length);
            at += length;
        }
        assertThat(sum.value()).isEqualTo((int) whole.getValue());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 65_536, 5_000_000})
    void countsZerosByTheirLengthAlone(long zeros) {
        var crc = new CRC32();
        crc.update("DMBackup".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var sum = new Crc32Sum();
        sum.append((int) crc.getValue(), 8);
        var piece = new CRC32();
        piece.update(new byte[(int) zeros]);
        crc.update(new byte[(int) zeros]);
        sum.append((int) piece.getValue(), zeros);
        assertThat(sum.value()).isEqualTo((int) crc.getValue());
    }
}
