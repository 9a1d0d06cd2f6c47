package br.com.dmbackup.core.archive.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Blocks of a stranger: honest ones, broken ones, and ones that were made to spoil what is put behind them. */
class BlockAdmissionTest {
    private static final byte[] FLUSH = {0, 0, (byte) 0xff, (byte) 0xff};

    private final BlockAdmission admission = new BlockAdmission();

    @AfterEach
    void close() {
        admission.close();
    }

    private static Fingerprint print(byte[] plain) {
        return new Fingerprinting().of(plain, 0, plain.length);
    }

    private Optional<Block> admit(byte[] plain, byte[] encoded) {
        return admission.admit(print(plain), ByteBuffer.wrap(encoded));
    }

    private static byte[] text(int length) {
        var random = new Random(1);
        var plain = new byte[length];
        for (int at = 0; at < length; at++) {
            plain[at] = (byte) ('a' + random.nextInt(10));
        }
        return plain;
    }

    private static byte[] deflated(byte[] plain, int flush) {
        try (var deflater = new Deflater(6, true)) {
            deflater.setInput(plain);
            if (flush == -1) {
                deflater.finish();
                flush = Deflater.NO_FLUSH;
            }
            var encoded = new byte[plain.length * 2 + 100];
            return Arrays.copyOf(encoded, deflater.deflate(encoded, 0, encoded.length, flush));
        }
    }

    /** A stored deflate block of bytes, whose header claims another length. */
    private static byte[] stored(byte[] plain, int claimed) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(claimed & 0xff);
        bytes.write(claimed >> 8);
        bytes.write(~claimed & 0xff);
        bytes.write(~claimed >> 8 & 0xff);
        bytes.writeBytes(plain);
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    @Test
    void admitsWhatEveryEncoderMakes() throws NotProvenException {
        byte[] plain = text(50_000);
        for (BlockEncoder encoder : new BlockEncoder[]{new BlockEncoder(plain.length),
                BlockEncoder.strong(plain.length)}) {
            Block made = encoder.encode(print(plain), plain, 0);
            byte[] encoded = Arrays.copyOf(encoder.encoded(), made.encodedBytes());
            Block admitted = admit(plain, encoded).orElseThrow();
            assertThat(admitted.encodedChecksum()).isEqualTo(made.encodedChecksum());
            assertThat(admitted.proven()).isTrue();
            assertThat(admitted.encoder()).isEqualTo(BlockEncoder.ELSEWHERE);
            encoder.close();
        }
        assertThat(admit(plain, deflated(plain, Deflater.FULL_FLUSH))).isPresent();
        assertThat(admit(plain, joined(stored(plain, plain.length), stored(new byte[0], 0)))).isPresent();
    }

    @Test
    void refusesAStreamThatHasEnded() {
        byte[] plain = text(1000);
        assertThat(admit(plain, deflated(plain, -1))).isEmpty();
        assertThat(admit(plain, joined(deflated(plain, Deflater.FULL_FLUSH), new byte[]{3, 0}))).isEmpty();
        assertThat(admit(plain, joined(deflated(plain, Deflater.FULL_FLUSH), new byte[]{1}, FLUSH))).isEmpty();
    }

    @Test
    void refusesAStoredBlockThatWouldSwallowTheNextOne() {
        byte[] plain = joined(text(1000), FLUSH);
        assertThat(admit(plain, stored(plain, plain.length + 5000))).as("ends in the midst").isEmpty();
        assertThat(admit(plain, stored(plain, plain.length + 2))).as("room for the stream's end").isEmpty();
        assertThat(admit(plain, stored(plain, plain.length + 1))).isEmpty();
    }

    @Test
    void refusesWhatEndsWithoutAFlush() {
        byte[] plain = text(1000);
        byte[] flushed = deflated(plain, Deflater.FULL_FLUSH);
        for (int missing = 1; missing <= 6; missing++) {
            assertThat(admit(plain, Arrays.copyOf(flushed, flushed.length - missing))).as("%d", missing).isEmpty();
        }
        assertThat(admit(plain, stored(plain, plain.length))).as("at a border, but not marked").isEmpty();
    }

    @Test
    void refusesWhatReachesBackBeforeItsBegin() {
        byte[] plain = text(1000);
        try (var deflater = new Deflater(6, true)) {
            deflater.setDictionary(plain);
            deflater.setInput(plain);
            var encoded = new byte[3000];
            int length = deflater.deflate(encoded, 0, encoded.length, Deflater.FULL_FLUSH);
            assertThat(admit(plain, Arrays.copyOf(encoded, length))).isEmpty();
        }
    }

    @Test
    void refusesEveryFlippedBitThatChangesAnything() {
        byte[] plain = text(300);
        byte[] encoded = deflated(plain, Deflater.FULL_FLUSH);
        assertThat(admit(plain, encoded)).isPresent();
        for (int bit = 0; bit < encoded.length * 8; bit++) {
            byte[] flipped = encoded.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            admit(plain, flipped).ifPresent(admitted -> assertThat(joinable(plain, flipped)).isTrue());
        }
    }

    /** Whether what follows is read from its own begin: then the other bits do no harm. */
    private static boolean joinable(byte[] plain, byte[] encoded) {
        try (var inflater = new java.util.zip.Inflater(true)) {
            inflater.setInput(joined(encoded, deflated(new byte[]{7}, Deflater.FULL_FLUSH), new byte[]{3, 0}));
            var out = new byte[plain.length + 10];
            int length = inflater.inflate(out);
            return inflater.finished() && length == plain.length + 1 && out[plain.length] == 7;
        } catch (java.util.zip.DataFormatException e) {
            return false;
        }
    }

    @Test
    void refusesSumsOfOtherLengthsAndImpossibleSizes() {
        byte[] plain = text(1000);
        ByteBuffer encoded = ByteBuffer.wrap(deflated(plain, Deflater.FULL_FLUSH));
        Fingerprint right = print(plain);
        assertThat(admission.admit(new Fingerprint(new byte[31], 1000, right.crc32()), encoded)).isEmpty();
        for (int length : new int[]{0, -1, 999, 1001, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(admission.admit(new Fingerprint(right.sha256(), length, right.crc32()), encoded)).isEmpty();
        }
        assertThat(encoded.position()).isZero();
        assertThat(admission.admit(right, ByteBuffer.allocate(0))).isEmpty();
    }
}
