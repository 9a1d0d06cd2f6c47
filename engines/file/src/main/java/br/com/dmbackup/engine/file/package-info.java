/**
 * The File engine: the database is served by the dump that another program leaves in a folder (an ERP, the database
 * server's own job), so that any store is served from the first day.
 *
 * <p>Before it comes that program, whose file is read and never touched; after it the archive. Start at
 * {@link br.com.dmbackup.engine.file.FileEngine}; how a half-written file is told from a whole one is in
 * {@link br.com.dmbackup.engine.file.Settling} and {@link br.com.dmbackup.engine.file.LeftDump}.
 *
 * <p>Invariant: what is archived stood still before it was read and is still the same file, of the same length and time,
 * after its last byte was.
 */
@NullMarked
package br.com.dmbackup.engine.file;

import org.jspecify.annotations.NullMarked;
