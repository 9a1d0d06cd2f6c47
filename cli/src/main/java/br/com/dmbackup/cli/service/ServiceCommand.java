package br.com.dmbackup.cli.service;

import picocli.CommandLine.Command;

/** The group of commands about the service. */
@Command(name = "service", subcommands = {InstallCommand.class, UninstallCommand.class, ServiceStatusCommand.class})
public final class ServiceCommand {}
