package br.com.dmbackup.core.destination;

import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/**
 * A finished archive that is to be put somewhere. Opened by the destination as often as it needs.
 */
public interface ArchiveSource {
    long sizeBytes();

    /** The archive's time, given to the file where the place keeps times. */
    Instant modifiedAt();

    SeekableByteChannel open();
}
