package br.com.dmbackup.core.destination;

import java.nio.channels.SeekableByteChannel;

/** Reads bytes back at their place and throws a {@code BackupFault} when they are not the archive they should be. */
@FunctionalInterface
public interface ArchiveCheck {
    void check(SeekableByteChannel bytes);
}
