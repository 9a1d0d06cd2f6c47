/**
 * From the live database to a finished file that is proven: the engine's first half. Start at
 * {@link br.com.dmbackup.engine.sqlserver.dump.Dumping}, which has the server write a backup into the staging folder;
 * the archive then reads it through {@link br.com.dmbackup.engine.sqlserver.dump.StagedDump}, and a witness looks at the
 * same bytes as they go by.
 *
 * <p>Before it stands the engine with its address, behind it the archive. Invariants: nothing is a dump without the
 * server's message 3014, heard after all else was; the file bears a name that is used once, and is gone when the dump is
 * closed, whatever happened; what only looks odd is a notice, for a false alarm every hour would make a store deaf.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver.dump;

import org.jspecify.annotations.NullMarked;
