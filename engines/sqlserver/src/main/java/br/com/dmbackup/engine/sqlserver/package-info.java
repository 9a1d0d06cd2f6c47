/**
 * The SQL Server engine: the server's own BACKUP into a folder that two accounts share, proven while it is archived; back
 * by the server's own RESTORE into a database beside the live one.
 *
 * <p>Before it comes nobody (it is the first stage), after it the archive. Start at
 * {@link br.com.dmbackup.engine.sqlserver.SqlServerEngine}. The rooms: {@code connection} talks to the server and alone
 * knows Microsoft's driver, {@code fault} says what its error numbers mean, {@code access} brings both together for the one
 * database, {@code staging} knows the shared folder, {@code mtf} reads backup files without a server; above them {@code dump} goes out, {@code restore} comes back, and
 * {@code setup} with {@code service} tries everything that both need.
 *
 * <p>Invariants: a statement counts as done on the server's own positive message alone; what is not understood is told,
 * and only what is proven to be damaged fails; whatever a restore makes bears a name of its own until it is whole.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver;

import org.jspecify.annotations.NullMarked;
