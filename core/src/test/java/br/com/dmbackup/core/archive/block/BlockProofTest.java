package br.com.dmbackup.core.archive.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class BlockProofTest {
    private static final byte[] PLAIN = FastCdcTest.generated(9, 3000);

    @Test
    void holdsForWhatTheEncoderMade() throws NotProvenException {
        try (var encoder = new BlockEncoder(PLAIN.length); var proof = new BlockProof()) {
            Block block = encoder.encode(PLAIN, PLAIN.length);
            assertThat(block.proven()).isTrue();
            assertThat(proof.holds(encoder.encoded(), block.encodedBytes(), PLAIN.length, block.sha256())).isTrue();
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
                boolean held = proof.holds(damaged, damaged.length, plain.length, block.sha256());
                // Bits that deflate skips up to the flush's byte border carry nothing.
                assertThat(held && bit < (block.encodedBytes() - 6) * 8).as("bit %d", bit).isFalse();
                System.arraycopy(damaged, 0, decoder.encoded(), 0, damaged.length);
                assertThat(decoder.decode(block)).as("bit %d", bit).isFalse();
            }
            assertThat(proof.holds(encoder.encoded(), block.encodedBytes() - 1, plain.length, block.sha256()))
                    .isFalse();
            assertThat(proof.holds(encoder.encoded(), block.encodedBytes(), plain.length - 1, block.sha256()))
                    .isFalse();
        }
    }

    @Test
    void neverWritesABlockThatAFaultyEncoderMade() {
        var faulty = new Deflater(6, true) {
            @Override
            public int deflate(byte[] output, int offset, int length, int flush) {
                int made = super.deflate(output, offset, length, flush);
                output[made / 2] ^= 1;
                return made;
            }
        };
        try (var encoder = new BlockEncoder(PLAIN.length, faulty)) {
            assertThatThrownBy(() -> encoder.encode(PLAIN, PLAIN.length)).isInstanceOf(NotProvenException.class);
        }
    }
}
