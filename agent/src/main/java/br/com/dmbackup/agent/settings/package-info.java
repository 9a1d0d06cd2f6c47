/**
 * The settings as a form: what a person sees of them, what becomes of the file when they change a value, and what comes
 * of trying it. Windows know keys and values; the file, its comments and its rules stay here.
 *
 * <p>Start at {@link br.com.dmbackup.agent.settings.SettingsForm}. {@code KnownSettings} is the order in which a person
 * reads, {@code SettingsEdit} changes the text, {@code SettingsTry} tries what nobody has kept yet.
 */
@NullMarked
package br.com.dmbackup.agent.settings;

import org.jspecify.annotations.NullMarked;
