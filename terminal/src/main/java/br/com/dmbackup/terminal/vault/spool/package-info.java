/**
 * Blocks on their way: sent, inflated, found right, and waiting for the commit that makes an archive of them.
 *
 * <p>A spool is nobody's backup. It may be lost, cut or thrown away at any moment, and costs a server nothing but sending
 * again; so nothing is forced to the disk here, and every block that is taken out is compared with its checksum. Start at
 * {@link br.com.dmbackup.terminal.vault.spool.Spool}.
 */
@NullMarked
package br.com.dmbackup.terminal.vault.spool;

import org.jspecify.annotations.NullMarked;
