/**
 * What the store's settings say: one TOML file, read once for each run, checked as a whole, never silently corrected.
 *
 * <p>Only {@link br.com.dmbackup.core.settings.SettingsFile} knows TOML. Engines and destinations read their own
 * sections through {@link br.com.dmbackup.core.settings.SettingsSection}, which collects every problem with its line and
 * column instead of stopping at the first.
 */
@NullMarked
package br.com.dmbackup.core.settings;

import org.jspecify.annotations.NullMarked;
