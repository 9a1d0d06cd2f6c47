/**
 * The first verb: one run, from the database to a slot and on to the destinations.
 *
 * <p>Dump, archive, brake, slot, catalog, deliveries, in that order ({@link br.com.dmbackup.core.run.BackupRun}). The
 * old archive of the slot stays until the new one is whole, read back and renamed into its place; that rename is the
 * commit, and whatever dies before it leaves everything as it was.
 */
@NullMarked
package br.com.dmbackup.core.run;

import org.jspecify.annotations.NullMarked;
