/**
 * The verb that reads archives again: every byte, every block inflated and compared. It says that the bytes are right;
 * only a restore drill says that the database came back.
 *
 * <p>Start at {@link br.com.dmbackup.core.verify.Verification}. A damaged copy is noted in the catalog, and one at a
 * destination is owed again at the next delivery. A dump that stands in a file by itself is looked into by
 * {@link br.com.dmbackup.core.verify.DumpVerification}.
 */
@NullMarked
package br.com.dmbackup.core.verify;

import org.jspecify.annotations.NullMarked;
