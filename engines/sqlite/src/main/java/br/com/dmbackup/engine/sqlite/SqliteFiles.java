package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.engine.onefile.FileFamily;
import java.util.List;

/** The side files that SQLite names after a database. */
final class SqliteFiles {
    /** Journal first: without it an interrupted transaction cannot be undone. */
    static final FileFamily FAMILY = new FileFamily(List.of("-journal", "-wal", "-shm"));

    private SqliteFiles() {}
}
