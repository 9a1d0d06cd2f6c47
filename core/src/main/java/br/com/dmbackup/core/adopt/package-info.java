/**
 * The verb that takes in what another program left: plain ZIPs with one dump each, kept beside our own, listed,
 * verified as far as they can be, restorable, and not given up before 24 own backups exist.
 *
 * <p>Start at {@link br.com.dmbackup.core.adopt.Adoption}.
 */
@NullMarked
package br.com.dmbackup.core.adopt;

import org.jspecify.annotations.NullMarked;
