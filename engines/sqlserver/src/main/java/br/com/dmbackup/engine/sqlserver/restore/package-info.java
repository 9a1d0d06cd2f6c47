/**
 * How a dump becomes a database again. Before it: the dump, written to the staging folder by the verb. After it: a
 * database of its own that passed {@code DBCC CHECKDB}, to be named, swapped in or dropped; or, where there is no room
 * for a second one and a person typed it, the live database overwritten.
 *
 * <p>Start at {@link br.com.dmbackup.engine.sqlserver.restore.DatabaseRestores}, which the engine hands everything to.
 *
 * <p>Invariants: the dump is read whole by our own reader, and its version compared, before the server is told to restore
 * anything; success is message 3014 and a silent CHECKDB, never the absence of an error; nothing is dropped whose name is
 * not that of a scratch database of ours, and the lock that its maker holds on the server is free; the live database is
 * only ever renamed, detached or, in place, overwritten.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver.restore;

import org.jspecify.annotations.NullMarked;
