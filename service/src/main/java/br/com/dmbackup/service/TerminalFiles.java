package br.com.dmbackup.service;

import java.nio.file.Path;

/**
 * What a terminal's home holds, as far as rights of it differ.
 *
 * @param settings the terminal's settings file
 * @param state what it remembers
 * @param door where its token for trays is
 */
public record TerminalFiles(Path settings, Path state, Path door) {}
