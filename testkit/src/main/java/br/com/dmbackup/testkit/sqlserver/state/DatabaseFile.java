package br.com.dmbackup.testkit.sqlserver.state;

import java.nio.file.Path;

/** A file of a database, as {@code sys.master_files} lists it. */
public record DatabaseFile(int id, boolean log, String logicalName, Path path, long bytes) {
    private static final int PAGE = 8_192;

    public DatabaseFile at(Path otherPath) {
        return new DatabaseFile(id, log, logicalName, otherPath, bytes);
    }

    public DatabaseFile withBytes(long otherBytes) {
        return new DatabaseFile(id, log, logicalName, path, otherBytes);
    }

    public long pages() {
        return bytes / PAGE;
    }
}
