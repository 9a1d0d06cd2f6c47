package br.com.dmbackup.cli.terminal;

import picocli.CommandLine.Command;

/** The group of commands for the backup terminal. */
@Command(name = "terminal", subcommands = {TerminalInitCommand.class, TerminalRunCommand.class,
        TerminalPairCommand.class, TerminalListCommand.class, TerminalStatusCommand.class,
        TerminalAcceptCommand.class, TerminalUnpairCommand.class, TerminalRestoreCommand.class})
public final class TerminalCommand {}
