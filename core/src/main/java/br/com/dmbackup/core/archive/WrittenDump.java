package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.DumpTraits;

/**
 * What is known of a dump once its last byte is in the archive.
 *
 * @param dumpBytes its length
 * @param dumpDigest SHA-256 over the ordered (length, block SHA-256) list, lower-case hexadecimal
 * @param head its first bytes, at most 4,096
 * @param traits what else was seen of it
 */
@SuppressWarnings("ArrayRecordComponent")
public record WrittenDump(long dumpBytes, String dumpDigest, byte[] head, DumpTraits traits) {}
