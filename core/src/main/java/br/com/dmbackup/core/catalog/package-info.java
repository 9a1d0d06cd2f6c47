/**
 * What we have: which backup stands where, what is owed to whom, which drill passed. A small SQLite database in the
 * state folder, and the only room that speaks SQL.
 *
 * <p>After the stages have made an archive, the verbs note it here; before they touch one, they ask here. The catalog is
 * a memory, never the truth: the archives are. It is compared with the folders at every start
 * ({@link br.com.dmbackup.core.catalog.Reconciliation}) and can be rebuilt from them; a damaged catalog is put aside and
 * made anew, and no archive needs it to be restored. Start at {@link br.com.dmbackup.core.catalog.Catalog}.
 */
@NullMarked
package br.com.dmbackup.core.catalog;

import org.jspecify.annotations.NullMarked;
