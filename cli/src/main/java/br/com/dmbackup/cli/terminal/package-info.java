/**
 * The commands of the backup terminal, typed at the store's second machine; and {@code pair}, typed at the server.
 *
 * <p>Start at {@link br.com.dmbackup.cli.terminal.TerminalCommand}. Here the terminal gets what it must not know by
 * itself: the ways of telling people, and the opening hours, which are the agent's.
 */
@NullMarked
package br.com.dmbackup.cli.terminal;

import org.jspecify.annotations.NullMarked;
