/**
 * A technician's side of the engine: why a server does not answer, whether everything is there that backups need
 * ({@link br.com.dmbackup.engine.sqlserver.setup.SetupCheck}, in the order in which it goes wrong), and the script that
 * gives a login its rights. Backups and restores do not pass through here, except when a connection failed.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver.setup;

import org.jspecify.annotations.NullMarked;
