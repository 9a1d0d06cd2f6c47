/**
 * The folder in which the server leaves its backups and this program reads them: two accounts, perhaps two machines.
 * {@link br.com.dmbackup.engine.sqlserver.staging.StagingRights} says who may not do what there and by which command it
 * is granted; {@link br.com.dmbackup.engine.sqlserver.staging.StagedFile} is one file in it, whose owner is alive as
 * long as he holds the lock beside it.
 *
 * <p>Invariant: nothing is deleted here but files that bear our own name and whose owner is dead.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver.staging;

import org.jspecify.annotations.NullMarked;
