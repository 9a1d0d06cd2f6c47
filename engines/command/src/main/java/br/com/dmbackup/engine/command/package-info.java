/**
 * The Command engine: the database is served by what a program of the store's choice writes to its standard output.
 *
 * <p>Before it comes that program, run as a child with its arguments as they stand in the settings; after it the archive.
 * Start at {@link br.com.dmbackup.engine.command.CommandEngine}.
 *
 * <p>Invariants: no shell reads the arguments; no secret of the program passes through here, it has its own place for
 * them; a dump counts as whole only when the program ended with 0 and its output bears the marks that the settings name.
 */
@NullMarked
package br.com.dmbackup.engine.command;

import org.jspecify.annotations.NullMarked;
