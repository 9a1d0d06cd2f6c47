/**
 * What databases that are one file have in common on their way back: restored beside the live one under a scratch name,
 * published under a name that nobody bears, or swapped in by two renames with the old one kept.
 *
 * <p>Before it stands an engine's restore, which has checked the file; after it the engine again. Start at
 * {@link br.com.dmbackup.core.engine.onefile.Swap}. Invariant: at every moment the old or the new database stands under
 * the live name, or a marker beside it says which one belongs there.
 */
@NullMarked
package br.com.dmbackup.core.engine.onefile;

import org.jspecify.annotations.NullMarked;
