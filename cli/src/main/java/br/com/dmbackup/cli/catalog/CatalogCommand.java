package br.com.dmbackup.cli.catalog;

import picocli.CommandLine.Command;

/** The group of commands about the catalog. */
@Command(name = "catalog", subcommands = RebuildCommand.class)
public final class CatalogCommand {}
