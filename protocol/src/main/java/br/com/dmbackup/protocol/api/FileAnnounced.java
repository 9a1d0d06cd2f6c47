package br.com.dmbackup.protocol.api;

/**
 * A file that is about to be sent.
 *
 * @param name what people call it, such as {@code MCDados.zip}: told again where something is wrong with it, and never used
 *        as the name of a file
 */
public record FileAnnounced(String name, long sizeBytes) {}
