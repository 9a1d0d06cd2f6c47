/**
 * The destination that is a backup terminal: a program of ours on the store's second machine, which takes blocks it does
 * not have yet and makes whole archives of them itself.
 *
 * <p>Before it stands a finished archive on this machine, of which the index is read; after it the catalog notes what the
 * terminal says it has. Start at {@link br.com.dmbackup.destination.terminal.TerminalDestination}. Only what is missing
 * travels, straight from the archive's encoded bytes; what arrived once need not travel again. Each call has a connection
 * of its own, in which both sides have proven their pinned keys, so nothing is kept that could be stale; where the terminal
 * has another address now, it is looked for by its pin.
 */
@NullMarked
package br.com.dmbackup.destination.terminal;

import org.jspecify.annotations.NullMarked;
