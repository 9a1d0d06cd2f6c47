package br.com.dmbackup.protocol.hub;

/**
 * Which version the software house wants its stores to have.
 *
 * @param newest such as {@code 1.4.0}; empty where it names none
 */
public record VersionAnswer(String newest) {}
