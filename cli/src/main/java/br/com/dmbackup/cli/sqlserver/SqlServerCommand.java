package br.com.dmbackup.cli.sqlserver;

import picocli.CommandLine.Command;

/** The group of commands for a technician who sets up SQL Server. */
@Command(name = "sqlserver", subcommands = {CheckCommand.class, GrantsCommand.class})
public final class SqlServerCommand {}
