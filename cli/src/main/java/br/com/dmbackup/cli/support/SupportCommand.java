package br.com.dmbackup.cli.support;

import picocli.CommandLine.Command;

/** The group of commands for support. */
@Command(name = "support", subcommands = BundleCommand.class)
public final class SupportCommand {}
