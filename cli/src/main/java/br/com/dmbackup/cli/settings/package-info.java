/** The commands that look at the settings. Start at {@link br.com.dmbackup.cli.settings.SettingsCheckCommand}. */
@NullMarked
package br.com.dmbackup.cli.settings;

import org.jspecify.annotations.NullMarked;
