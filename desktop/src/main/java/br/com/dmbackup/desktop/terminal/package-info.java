/**
 * The backup terminal's own window: what each server has brought, whether one is silent, and a copy for a pen drive when the
 * server is dead. It asks the running terminal at its door; {@code client} knows how. Start at
 * {@link br.com.dmbackup.desktop.terminal.TerminalPanel}.
 */
@NullMarked
package br.com.dmbackup.desktop.terminal;

import org.jspecify.annotations.NullMarked;
