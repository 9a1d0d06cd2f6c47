package br.com.dmbackup.core.archive;

/** How deep an archive is read. */
public enum CheckDepth {
    /** Outer structure, index, manifest and the checksum of every encoded block: all bytes read, nothing inflated. */
    ENCODED,
    /** Also every block inflated and its SHA-256, the dump's digest and the ZIP's CRC-32 compared. */
    FULL
}
