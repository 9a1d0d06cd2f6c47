package br.com.dmbackup.terminal.receiver;

import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Pairing;

/** Takes in new servers, while a person at the terminal wants it. */
public interface PairingDesk {
    /** Whether strangers may speak of pairing now. */
    boolean open();

    /**
     * Pairs or fails; either way it is the connection's only conversation.
     *
     * @param peer whose key the handshake proved
     * @param begin what the server said first
     */
    void pair(FramedConnection line, Pin peer, Pairing.Begin begin);
}
