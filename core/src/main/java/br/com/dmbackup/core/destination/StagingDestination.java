package br.com.dmbackup.core.destination;

/**
 * A destination with a file system that this machine sees, so that an archive can be written at the place itself
 * instead of being copied there. The laws of {@link Destination#put} hold for {@link Staging#commit}.
 */
public interface StagingDestination extends Destination {
    /**
     * Begins an archive that is to bear the name.
     *
     * @param expectedBytes about how long it will be; {@code DESTINATION_FULL} or {@code DESTINATION_FILE_TOO_LARGE}
     *        when that is more than there is room for
     */
    Staging stage(ArchiveName name, long expectedBytes);
}
