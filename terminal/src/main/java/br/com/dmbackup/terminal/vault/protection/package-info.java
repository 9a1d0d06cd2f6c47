/**
 * What may go, and how fast things may come: the rules that keep a server that was taken over from doing harm, as
 * decisions alone. The arithmetic is in {@code docs/terminal/protection.md}.
 *
 * <p>All ages are in minutes of {@link br.com.dmbackup.terminal.vault.protection.RunningTime}, the time that this program
 * has run; nothing here knows a clock that can be set. Start at
 * {@link br.com.dmbackup.terminal.vault.protection.Protection}. In doubt a thing is new, and stays.
 */
@NullMarked
package br.com.dmbackup.terminal.vault.protection;

import org.jspecify.annotations.NullMarked;
