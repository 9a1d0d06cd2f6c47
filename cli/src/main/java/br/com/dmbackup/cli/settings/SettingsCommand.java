package br.com.dmbackup.cli.settings;

import picocli.CommandLine.Command;

/** The group of commands about the settings. */
@Command(name = "settings", subcommands = SettingsCheckCommand.class)
public final class SettingsCommand {}
