package br.com.dmbackup.core.archive.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.archive.deflate.Deflate;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BlockProofTest {
    private static final byte[] PLAIN = FastCdcTest.generated(9, 3000);

    @Test
    void holdsForWhatTheEncoderMade() throws NotProvenException {
        try (var encoder = new BlockEncoder(PLAIN.length); var proof = new BlockProof()) {
            Block block = encoder.encode(print(PLAIN), PLAIN, 0);
            assertThat(block.proven()).isTrue();
            assertThat(proof.holds(encoder.encoded(), 0, block.encodedBytes(), PLAIN, 0, print(PLAIN)))
                    .isTrue();
        }
    }

    @Test
    void failsForEveryFlippedBitThatMatters() throws NotProvenException {
        byte[] plain = "venda;produto;venda;produto;venda;".repeat(20)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (var encoder = new BlockEncoder(plain.length);
                var proof = new BlockProof();
                var decoder = new BlockDecoder(plain.length, Arena.ofAuto())) {
            Block block = encoder.encode(print(plain), plain, 0);
            for (int bit = 0; bit < block.encodedBytes() * 8; bit++) {
                byte[] damaged = Arrays.copyOf(encoder.encoded(), block.encodedBytes());
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                boolean held = proof.holds(damaged, 0, damaged.length, plain, 0, print(plain));
                // Bits that deflate skips up to the flush's byte border carry nothing.
                assertThat(held && bit < (block.encodedBytes() - 6) * 8).as("bit %d", bit).isFalse();
                assertThat(decoder.right(block, ByteBuffer.wrap(damaged))).as("bit %d", bit).isFalse();
            }
            Fingerprint print = print(plain);
            assertThat(proof.holds(encoder.encoded(), 0, block.encodedBytes() - 1, plain, 0, print)).isFalse();
            var shorter = new Fingerprint(print.sha256(), plain.length - 1, print.crc32());
            assertThat(proof.holds(encoder.encoded(), 0, block.encodedBytes(), plain, 0, shorter)).isFalse();
        }
    }

    @Test
    void failsWhenMemoryLostABitAfterTheBlockWasHashed() throws NotProvenException {
        byte[] plain = PLAIN.clone();
        Fingerprint atFirst = print(plain);
        plain[1000] ^= 4;
        try (var encoder = new BlockEncoder(plain.length); var proof = new BlockProof()) {
            Block block = encoder.encode(print(plain), plain, 0);
            assertThat(proof.holds(encoder.encoded(), 0, block.encodedBytes(), plain, 0, print(plain))).isTrue();
            assertThat(proof.holds(encoder.encoded(), 0, block.encodedBytes(), plain, 0, atFirst)).isFalse();
            assertThatThrownBy(() -> encoder.encode(atFirst, plain, 0)).isInstanceOf(NotProvenException.class);
        }
    }

    @Test
    void failsWhenOtherBytesOfTheSameChecksumComeOut() throws NotProvenException {
        try (var encoder = new BlockEncoder(PLAIN.length); var proof = new BlockProof()) {
            Block block = encoder.encode(print(PLAIN), PLAIN, 0);
            byte[] other = PLAIN.clone();
            other[PLAIN.length - 1] ^= 1;
            assertThat(proof.holds(encoder.encoded(), 0, block.encodedBytes(), other, 0, print(PLAIN)))
                    .isFalse();
        }
    }

    private static Fingerprint print(byte[] plain) {
        return new Fingerprinting().of(plain, 0, plain.length);
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
                Block block = encoder.encode(print(PLAIN), PLAIN, 0);
                assertThat(block.proven()).isTrue();
                assertThat(block.flags() >> 8 & 0xff).isEqualTo(BlockEncoder.ZLIB);
                assertThat(used).hasValue(1);
            }
        }
    }

    @Test
    void neverWritesABlockThatFaultyEncodersMade() {
        try (var encoder = new BlockEncoder(PLAIN.length, BlockProofTest::damaged, BlockProofTest::damaged)) {
            assertThatThrownBy(() -> encoder.encode(print(PLAIN), PLAIN, 0)).isInstanceOf(NotProvenException.class);
        }
    }
}
