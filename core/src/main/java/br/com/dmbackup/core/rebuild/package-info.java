/**
 * The verb that makes the catalog anew from the archives themselves. The catalog is only a memory: whatever happens to
 * it, the archives tell what they are.
 *
 * <p>Start at {@link br.com.dmbackup.core.rebuild.CatalogRebuild}. A place that cannot be reached keeps what is
 * remembered of it.
 */
@NullMarked
package br.com.dmbackup.core.rebuild;

import org.jspecify.annotations.NullMarked;
