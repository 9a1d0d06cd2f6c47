/**
 * The verb that only tells: which backup stands in which slot at which place, what is owed, what was proven, how much
 * room is left and for how long.
 *
 * <p>Start at {@link br.com.dmbackup.core.report.SlotTable} for the picture of the slots and at
 * {@link br.com.dmbackup.core.report.StatusReport} for the rest. Nothing is changed here but the catalog, which is made
 * right about the folders first.
 */
@NullMarked
package br.com.dmbackup.core.report;

import org.jspecify.annotations.NullMarked;
