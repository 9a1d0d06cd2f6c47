/**
 * What the store's settings say: one TOML file, read once for each run, checked as a whole, never silently corrected.
 *
 * <p>Before it stands the vocabulary, after it come the engine and the destinations. Start at
 * {@link br.com.dmbackup.core.settings.SettingsDraft}: it lets them check their own sections before anything is built.
 * Only {@link br.com.dmbackup.core.settings.SettingsFile} knows TOML. Engines and destinations read
 * through {@link br.com.dmbackup.core.settings.SettingsSection}, which collects every problem with its line and
 * column instead of stopping at the first.
 */
@NullMarked
package br.com.dmbackup.core.settings;

import org.jspecify.annotations.NullMarked;
