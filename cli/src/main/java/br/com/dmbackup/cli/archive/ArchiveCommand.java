package br.com.dmbackup.cli.archive;

import picocli.CommandLine.Command;

/** The group of commands that work on single archives. */
@Command(name = "archive", subcommands = {CreateCommand.class, ExtractCommand.class})
public final class ArchiveCommand {}
