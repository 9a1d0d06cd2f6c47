/**
 * The backup terminal's own store of archives, and what makes it safe from a server that was taken over.
 *
 * <p>Before this room stands the receiver, which hands in what a paired server sends; after it stands only the disk. The
 * server's half is {@link br.com.dmbackup.terminal.vault.StoreVault}: it can add, ask and read, within its own pairing,
 * and has no word for anything else. What people at the terminal may do is
 * {@link br.com.dmbackup.terminal.vault.StoreKeeping}. Start at {@link br.com.dmbackup.terminal.vault.TerminalVault}.
 *
 * <p>Invariants: nothing is believed that was not inflated and compared here; an archive has its name only when it is
 * complete, on the disk and read back; what a slot replaces is kept aside, and what is protected goes neither for room
 * nor for a server's sake; time is the time that this program has run, so that no clock that can be set has a say. The
 * rules with their arithmetic are in {@code docs/terminal/protection.md}.
 */
@NullMarked
package br.com.dmbackup.terminal.vault;

import org.jspecify.annotations.NullMarked;
