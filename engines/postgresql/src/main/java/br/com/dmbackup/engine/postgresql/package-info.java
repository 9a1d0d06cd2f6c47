/**
 * The PostgreSQL engine: {@code pg_dump} in custom format, uncompressed, as a stream that a second program reads whole
 * before it counts as a dump; back by {@code pg_restore} into a database beside the live one.
 *
 * <p>Before it comes nobody (it is the first stage), after it the archive, which reads the stream. Start at
 * {@link br.com.dmbackup.engine.postgresql.PostgresEngine}; the way out is in
 * {@link br.com.dmbackup.engine.postgresql.SnapshotDump}, the way back in
 * {@link br.com.dmbackup.engine.postgresql.Restoration} and {@link br.com.dmbackup.engine.postgresql.Swap}.
 *
 * <p>Invariants: the password is in a private file and nowhere else outside of this process; whatever the tools and
 * the rows say belongs to one snapshot; what a restore makes bears a name of its own, held by a lock on the server
 * that ends with this process, until it is whole.
 */
@NullMarked
package br.com.dmbackup.engine.postgresql;

import org.jspecify.annotations.NullMarked;
