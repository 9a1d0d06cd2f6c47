package br.com.dmbackup.link.wire;

/**
 * A block in the order of a dump.
 *
 * @param hash of its plain bytes
 * @param plainBytes their length
 */
public record BlockLine(Sha256Hash hash, int plainBytes) {
    static BlockLine readFrom(FrameReader in) {
        return new BlockLine(in.hash(), in.count(Limits.BLOCK_PLAIN_BYTES));
    }

    void writeTo(FrameWriter out) {
        out.hash(hash).count(plainBytes, Limits.BLOCK_PLAIN_BYTES);
    }
}
