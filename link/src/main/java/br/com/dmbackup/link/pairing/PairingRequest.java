package br.com.dmbackup.link.pairing;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Greeting;
import br.com.dmbackup.link.wire.Pairing;
import br.com.dmbackup.protocol.FaultCode;
import java.security.SecureRandom;

/** The server's side of a pairing: the code that a person typed, and what the server says of itself. */
public final class PairingRequest {
    private final PairingCode code;
    private final Pairing.Begin facts;
    private final SecureRandom random;

    public PairingRequest(PairingCode code, Pairing.Begin facts, SecureRandom random) {
        this.code = code;
        this.facts = facts;
        this.random = random;
    }

    /**
     * One try. The server shows first that it has the code; when the terminal then shows the same, both are paired.
     *
     * @param own this server's pin
     * @param peer the terminal's pin, as TLS proved it on this very connection
     * @throws BackupFault {@code PAIRING_CODE_WRONG}, {@code PAIRING_CODE_EXPIRED}, {@code PAIRING_BUSY}, {@code
     *         PAIRING_INTERFERED}, {@code LINK_VERSION}, what else the terminal says, and those of the connection
     */
    public PairedTerminal run(FramedConnection link, Pin own, Pin peer) {
        Pairing.Ready ready = link.ask(facts, Pairing.Ready.class);
        if (ready.protocolVersion() != Greeting.PROTOCOL_VERSION) {
            throw BackupFault.of(FaultCode.LINK_VERSION, link.peer(), ready.programVersion());
        }
        var exchange = new Exchange(Side.SERVER, link, new Transcript(own, peer, facts, ready), code, random);
        byte[] key = exchange.agree();
        exchange.confirm(key);
        if (!exchange.confirmed(key)) {
            throw BackupFault.of(FaultCode.PAIRING_INTERFERED, link.peer());
        }
        return new PairedTerminal(peer, ready.terminalName(), ready.programVersion());
    }
}
