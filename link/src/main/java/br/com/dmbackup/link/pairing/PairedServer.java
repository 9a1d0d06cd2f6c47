package br.com.dmbackup.link.pairing;

import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.Pairing;

/**
 * What a terminal knows of a server after pairing.
 *
 * @param pin by which it will be known
 * @param facts what it said of itself, proven to have come from whoever typed the code
 */
public record PairedServer(Pin pin, Pairing.Begin facts) {}
