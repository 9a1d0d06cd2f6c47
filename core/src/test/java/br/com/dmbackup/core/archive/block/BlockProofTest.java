package br.com.dmbackup.core.archive.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.archive.deflate.Deflate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class BlockProofTest {
    private static final byte[] PLAIN = FastCdcTest.generated(9, 3000);

    @Test
    void holdsForWhatTheEncoderMade() throws NotProvenException {
        try (var encoder = new BlockEncoder(PLAIN.length); var proof = new BlockProof()) {
            Block block = encoder.encode(PLAIN, PLAIN.length);
            assertThat(block.proven()).isTrue();
            assertThat(proof.holds(encoder.encoded(), block.encodedBytes(), PLAIN, PLAIN.length, block.crc32()))
                    .isTrue();
        }
    }

    @Test
    void failsForEveryFlippedBitThatMatters() throws NotProvenException {
        byte[] plain = "venda;produto;venda;produto;venda;".repeat(20)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (var encoder = new BlockEncoder(plain.length);
                var proof = new BlockProof();
                var decoder = new BlockDecoder(1000, plain.length)) {
            Block block = encoder.encode(plain, plain.length);
            for (int bit = 0; bit < block.encodedBytes() * 8; bit++) {
                byte[] damaged = Arrays.copyOf(encoder.encoded(), block.encodedBytes());
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                boolean held = proof.holds(damaged, damaged.length, plain, plain.length, block.crc32());
                // Bits that deflate skips up to the flush's byte border carry nothing.
                assertThat(held && bit < (block.encodedBytes() - 6) * 8).as("bit %d", bit).isFalse();
                System.arraycopy(damaged, 0, decoder.encoded(), 0, damaged.length);
                assertThat(decoder.decode(block)).as("bit %d", bit).isFalse();
            }
            assertThat(proof.holds(encoder.encoded(), block.encodedBytes() - 1, plain, plain.length,
                    block.crc32()))
                    .isFalse();
            assertThat(proof.holds(encoder.encoded(), block.encodedBytes(), plain, plain.length - 1,
                    block.crc32()))
                    .isFalse();
        }
    }

    @Test
    void failsWhenMemoryLostABitAfterTheBlockWasHashed() throws NotProvenException {
        byte[] plain = PLAIN.clone();
        int crcAtFirst = crc(plain);
        plain[1000] ^= 4;
        try (var encoder = new BlockEncoder(plain.length); var proof = new BlockProof()) {
            Block block = encoder.encode(plain, plain.length);
            assertThat(proof.holds(encoder.encoded(), block.encodedBytes(), plain, plain.length, block.crc32()))
                    .isTrue();
            assertThat(proof.holds(encoder.encoded(), block.encodedBytes(), plain, plain.length, crcAtFirst))
                    .isFalse();
        }
    }

    @Test
    void failsWhenOtherBytesOfTheSameChecksumComeOut() throws NotProvenException {
        try (var encoder = new BlockEncoder(PLAIN.length); var proof = new BlockProof()) {
            Block block = encoder.encode(PLAIN, PLAIN.length);
            byte[] other = PLAIN.clone();
            other[PLAIN.length - 1] ^= 1;
            assertThat(proof.holds(encoder.encoded(), block.encodedBytes(), other, PLAIN.length, block.crc32()))
                    .isFalse();
        }
    }

    private static int crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static int damaged(byte[] plain, int length, byte[] target) {
        int made = new Deflate().encode(plain, length, target);
        target[made / 2] ^= 1;
        return made;
    }

    @Test
    void takesZlibWhereOurOwnDeflateIsNotProven() throws NotProvenException {
        for (BlockEncoder.Encoding faulty : List.<BlockEncoder.Encoding>of(BlockProofTest::damaged,
                (plain, length, target) -> -1, (plain, length, target) -> target[target.length])) {
            var used = new AtomicInteger();
            try (var encoder = new BlockEncoder(PLAIN.length, faulty, (plain, length, target) -> {
                used.incrementAndGet();
                return new Deflate().encode(plain, length, target);
            })) {
                Block block = encoder.encode(PLAIN, PLAIN.length);
                assertThat(block.proven()).isTrue();
                assertThat(block.flags() >> 8).isEqualTo(BlockEncoder.ZLIB);
                assertThat(used).hasValue(1);
            }
        }
    }

    @Test
    void neverWritesABlockThatFaultyEncodersMade() {
        try (var encoder = new BlockEncoder(PLAIN.length, BlockProofTest::damaged, BlockProofTest::damaged)) {
            assertThatThrownBy(() -> encoder.encode(PLAIN, PLAIN.length)).isInstanceOf(NotProvenException.class);
        }
    }
}
