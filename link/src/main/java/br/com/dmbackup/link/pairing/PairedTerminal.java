package br.com.dmbackup.link.pairing;

import br.com.dmbackup.link.tls.Pin;

/**
 * What a server knows of its terminal after pairing.
 *
 * @param pin by which it will be known
 * @param name what its people call it
 * @param programVersion for people
 */
public record PairedTerminal(Pin pin, String name, String programVersion) {}
