/**
 * <i>Config. APP</i>: everything that the backup uses, in plain words, secrets masked. Every till may read it; an
 * administrator changes single values, and the agent says what is wrong with each before any of them is kept.
 *
 * <p>Start at {@link br.com.dmbackup.desktop.settings.SettingsDialog}. {@code SettingsBoard} is the form.
 */
@NullMarked
package br.com.dmbackup.desktop.settings;

import org.jspecify.annotations.NullMarked;
