/**
 * A pharmacy that never was: the data of a store of any size, the same for the same seed, in the shapes that real ones
 * have (skewed sales, long signed invoices, check digits that hold). No person, company or product in it exists.
 *
 * <p>Start at {@link br.com.dmbackup.testkit.store.PharmacyStore}. Tests and benchmarks use it, and the demo shows it.
 */
@NullMarked
package br.com.dmbackup.testkit.store;

import org.jspecify.annotations.NullMarked;
