/**
 * The vocabulary: what a backup, a slot, a manifest and a fault are. Every other room uses these words and no others.
 *
 * <p>Before this room stands only the protocol; after it come settings, the stages (engine, archive, destination), the
 * catalog, the policies and at last the verbs. Start at {@link br.com.dmbackup.core.backup.Manifest}. Everything here
 * is immutable.
 */
@NullMarked
package br.com.dmbackup.core.backup;

import org.jspecify.annotations.NullMarked;
