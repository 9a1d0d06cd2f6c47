/**
 * How the engine talks to the server: where it is, who logs in, sessions that an interrupt ends, and long statements
 * that are heard to their end and watched meanwhile. Everything above it asks through
 * {@link br.com.dmbackup.engine.sqlserver.connection.Session}; below it is Microsoft's driver, which no other package
 * of this engine knows.
 *
 * <p>Invariants: a statement counts as done when all of its results are drained, not when {@code execute} returns; the
 * first error of a chain is the one that is told; no session ever runs with implicit transactions, in which a BACKUP is
 * refused.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver.connection;

import org.jspecify.annotations.NullMarked;
