/**
 * The archives of one server as they stand on the disk: which there are, what is in them, and where each block is.
 *
 * <p>The folder is the truth and is read anew at each start. What stands in {@code guardado} bears in its name when it was
 * accepted and replaced, in minutes of running time; for the others a small file knows it, which may be lost. Start at
 * {@link br.com.dmbackup.terminal.vault.shelf.Shelf}.
 */
@NullMarked
package br.com.dmbackup.terminal.vault.shelf;

import org.jspecify.annotations.NullMarked;
