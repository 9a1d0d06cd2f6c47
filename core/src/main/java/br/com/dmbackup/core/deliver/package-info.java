/**
 * The verb that brings archives to destinations. Each destination copies from a finished, checked archive at its own
 * speed: a slow or absent one holds up nothing. What it does not have yet is <em>owed</em>, remembered in the catalog,
 * and delivered newest first when it returns.
 *
 * <p>Start at {@link br.com.dmbackup.core.deliver.Deliveries}.
 */
@NullMarked
package br.com.dmbackup.core.deliver;

import org.jspecify.annotations.NullMarked;
