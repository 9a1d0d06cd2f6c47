package br.com.dmbackup.core.archive.block;

/**
 * What a block's plain bytes are known by.
 *
 * @param sha256 of the plain bytes
 * @param plainBytes their length
 * @param crc32 of the plain bytes, taken before anything else was done with them
 */
@SuppressWarnings("ArrayRecordComponent")
public record Fingerprint(byte[] sha256, int plainBytes, int crc32) {}
