/**
 * The verb for the day for which all the others exist: an archive comes in, a database comes out.
 *
 * <p>A restore that replaces takes a safety backup first, restores beside the live database, lets the engine check it,
 * swaps by rename, and keeps the old one. A damaged copy is passed over for the next place that holds the same backup.
 * Start at {@link br.com.dmbackup.core.restore.DatabaseRestore}.
 */
@NullMarked
package br.com.dmbackup.core.restore;

import org.jspecify.annotations.NullMarked;
