/**
 * The backup terminal as a program: its folder, its settings, its minute, and what people at it may ask.
 *
 * <p>Before it stands whoever starts it, with the ways of telling people that the settings name; it brings together the
 * vault and the receiver, watches whether the servers go on sending, and answers at a door on the loopback address. Start
 * at {@link br.com.dmbackup.terminal.life.TerminalLife}. Invariants: nothing that a server says changes a setting; each
 * trouble is told once when it begins and once when it ends; time in which the terminal did not run is nobody's silence.
 */
@NullMarked
package br.com.dmbackup.terminal.life;

import org.jspecify.annotations.NullMarked;
