/**
 * The verb that proves: a backup is really restored beside the live database, the engine checks it, its rows are
 * compared with those that the backup counted, and it is dropped again. Screens say <em>restauração provada</em> of what
 * passed here, and only <em>verificado</em> of bytes that were read.
 *
 * <p>Start at {@link br.com.dmbackup.core.drill.RestoreDrill}.
 */
@NullMarked
package br.com.dmbackup.core.drill;

import org.jspecify.annotations.NullMarked;
