package br.com.dmbackup.core.destination;

import java.nio.file.Path;

/** An archive in the making, under a temporary name at its place. */
public interface Staging extends AutoCloseable {
    /** The file to write; does not exist yet. Whoever writes it makes it durable (fsync) before {@link #commit}. */
    Path file();

    /** Reads the file back with the check and gives it its name. From then on {@link #close} does nothing. */
    void commit(ArchiveCheck check);

    /**
     * The same with another name of the place than the one it was begun for, which keeps what stands there.
     *
     * @param other the name; the laws of {@link Destination#put} hold for it
     */
    void commitAs(ArchiveName other, ArchiveCheck check);

    /** Without {@link #commit}: removes what was written. */
    @Override
    void close();
}
