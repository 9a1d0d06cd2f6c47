package br.com.dmbackup.cli.notify;

import picocli.CommandLine.Command;

/** The group of commands about messages to people. */
@Command(name = "notify", subcommands = NotifyTestCommand.class)
public final class NotifyCommand {}
