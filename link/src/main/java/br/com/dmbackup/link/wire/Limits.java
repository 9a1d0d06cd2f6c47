package br.com.dmbackup.link.wire;

/** How long a thing on the wire may be. */
public final class Limits {
    /** Bytes of UTF-8 in any name. */
    public static final int NAME_BYTES = 1024;
    /** SHA-256 values in one question. */
    public static final int HASHES = 32_768;
    /** Lines in one part of a listing. */
    public static final int LINES = 1024;
    /** Blocks in one part of a plan. */
    public static final int BLOCKS = 16_384;
    /** Plain bytes of a block, as an archive may have them. */
    public static final int BLOCK_PLAIN_BYTES = 4 << 20;
    /** Encoded bytes of a block, as an archive may have them. */
    public static final int BLOCK_ENCODED_BYTES = BLOCK_PLAIN_BYTES + BLOCK_PLAIN_BYTES / 64 + 64;
    /** A manifest, kept settings, or one piece of an archive that is read. */
    public static final int PIECE_BYTES = 1 << 20;
    /** What the server may have sent beyond the last answered {@link Blocks.Sync}. */
    public static final int UNSYNCED_BYTES = 4 << 20;

    private Limits() {}
}
