package br.com.dmbackup.cli.hub;

import picocli.CommandLine.Command;

/** The group of a store's commands about its hub. */
@Command(name = "hub", subcommands = EnrollCommand.class)
public final class HubCommand {}
