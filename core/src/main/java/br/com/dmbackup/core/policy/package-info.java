/**
 * What we decide: whether a backup is due, whether a dump may be trusted, where it goes, what may be given up for it,
 * how much room is needed and how long it will last. Decisions only: nothing here reads a file, asks the time or changes
 * anything, so each is a table in a test.
 *
 * <p>Before these stand the facts (the catalog, the clocks, the engine's word); after them the verbs, which act. Start
 * at {@link br.com.dmbackup.core.policy.Due} and {@link br.com.dmbackup.core.policy.Brake}. What cannot be known is
 * said to be unknown, and in doubt an older backup stays where it is.
 */
@NullMarked
package br.com.dmbackup.core.policy;

import org.jspecify.annotations.NullMarked;
