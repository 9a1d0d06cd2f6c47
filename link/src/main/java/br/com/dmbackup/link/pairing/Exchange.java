package br.com.dmbackup.link.pairing;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Pairing;
import br.com.dmbackup.link.wire.Sha256Hash;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Set;
import org.bouncycastle.crypto.CryptoException;

/** The three rounds, from one side. In each the server speaks first. */
final class Exchange {
    private final Side own;
    private final FramedConnection link;
    private final Transcript transcript;
    private final Juggling juggling;

    Exchange(Side own, FramedConnection link, Transcript transcript, PairingCode code, SecureRandom random) {
        this.own = own;
        this.link = link;
        this.transcript = transcript;
        this.juggling = new Juggling(transcript.nameOf(own), transcript.nameOf(own.other()), code, random);
    }

    /**
     * Rounds one and two.
     *
     * @return the key that both have when both had the same code
     */
    byte[] agree() {
        try {
            byte[] first = juggling.firstRound();
            juggling.takeFirstRound(exchange(new Pairing.FirstRound(ByteBuffer.wrap(first)), first));
            byte[] second = juggling.secondRound();
            juggling.takeSecondRound(exchange(new Pairing.SecondRound(ByteBuffer.wrap(second)), second));
            return juggling.keyingMaterial();
        } catch (CryptoException e) {
            throw BackupFault.of(FaultCode.PAIRING_INTERFERED, link.peer()).causedBy(e);
        }
    }

    void confirm(byte[] key) {
        link.send(new Pairing.Confirmation(transcript.tag(own, key)));
        link.flush();
    }

    /** Whether the other side has the same key and saw the same. */
    boolean confirmed(byte[] key) {
        Sha256Hash shown = link.receive(Pairing.Confirmation.class).tag();
        return MessageDigest.isEqual(shown.bytes(), transcript.tag(own.other(), key).bytes());
    }

    private byte[] exchange(Pairing message, byte[] payload) {
        if (own == Side.SERVER) {
            say(message, payload);
            return hear(message);
        }
        byte[] heard = hear(message);
        say(message, payload);
        return heard;
    }

    private void say(Pairing message, byte[] payload) {
        link.send(message);
        link.flush();
        transcript.add(payload);
    }

    private byte[] hear(Pairing sameAs) {
        ByteBuffer payload = switch (link.receiveOrFail(Set.of(sameAs.kind()))) {
            case Pairing.FirstRound round -> round.payload();
            case Pairing.SecondRound round -> round.payload();
            default -> throw new IllegalStateException();
        };
        byte[] heard = new byte[payload.remaining()];
        payload.get(heard);
        transcript.add(heard);
        return heard;
    }
}
