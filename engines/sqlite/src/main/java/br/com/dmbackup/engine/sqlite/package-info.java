/**
 * The SQLite engine: one file, dumped by SQLite's own online backup while the till goes on selling.
 *
 * <p>Before it comes nobody (it is the first stage), after it the archive, which reads the dump file. Start at
 * {@link br.com.dmbackup.engine.sqlite.SqliteEngine}; the copy itself is in
 * {@link br.com.dmbackup.engine.sqlite.OnlineBackup}, the way back in {@link br.com.dmbackup.engine.sqlite.SqliteRestore}
 * and {@link br.com.dmbackup.engine.sqlite.Swap}.
 *
 * <p>Invariant: the live database is never opened by anything but SQLite. On Linux a process loses all its locks on a
 * file when it closes any descriptor of it, so one innocent read of the header would unlock the till's database under
 * a connection of the same process.
 */
@NullMarked
package br.com.dmbackup.engine.sqlite;

import org.jspecify.annotations.NullMarked;
