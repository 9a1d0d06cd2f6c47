/**
 * Dumps whose format we do not know, because another program makes them: what the settings say they begin and end with,
 * and the way back as the file that they were.
 *
 * <p>Before it stand the engines that take such dumps, after it the archive or, on the way back, a file. Start at
 * {@link br.com.dmbackup.core.engine.opaque.DumpMarks} and {@link br.com.dmbackup.core.engine.opaque.DumpReturn}.
 * Invariant: nothing here claims that a database would come out of such a dump.
 */
@NullMarked
package br.com.dmbackup.core.engine.opaque;

import org.jspecify.annotations.NullMarked;
