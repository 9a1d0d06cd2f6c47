package br.com.dmbackup.terminal.vault.spool;

import java.nio.ByteBuffer;

/** A SHA-256 as a key. */
public record BlockKey(long first, long second, long third, long fourth) {
    public static BlockKey of(byte[] sha256) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256);
        return new BlockKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }
}
