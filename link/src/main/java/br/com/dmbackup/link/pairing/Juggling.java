package br.com.dmbackup.link.pairing;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEParticipant;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound1Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound2Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * One side of the two rounds of EC-JPAKE, over bytes. Names are not sent: each side knows whom it must be speaking with,
 * and the other's proofs hold for that name alone.
 */
final class Juggling {
    private static final int PROVEN_BYTES = 2 * SchnorrProof.POINT_BYTES + SchnorrProof.NUMBER_BYTES;

    private final String other;
    private final ECJPAKEParticipant participant;

    Juggling(String own, String other, PairingCode code, SecureRandom random) {
        this.other = other;
        this.participant = new ECJPAKEParticipant(own, code.password(), ECJPAKECurves.NIST_P256, new SHA256Digest(),
                random);
    }

    byte[] firstRound() {
        ECJPAKERound1Payload round = participant.createRound1PayloadToSend();
        ByteBuffer out = ByteBuffer.allocate(2 * PROVEN_BYTES);
        SchnorrProof.write(out, round.getGx1(), round.getKnowledgeProofForX1());
        SchnorrProof.write(out, round.getGx2(), round.getKnowledgeProofForX2());
        return out.array();
    }

    void takeFirstRound(byte[] payload) throws CryptoException {
        ByteBuffer in = exactly(payload, 2 * PROVEN_BYTES);
        try {
            ECPoint first = SchnorrProof.point(in);
            ECSchnorrZKP firstProof = SchnorrProof.proof(in);
            ECPoint second = SchnorrProof.point(in);
            ECSchnorrZKP secondProof = SchnorrProof.proof(in);
            participant.validateRound1PayloadReceived(
                    new ECJPAKERound1Payload(other, first, second, firstProof, secondProof));
        } catch (IllegalArgumentException e) {
            throw new CryptoException("no point of the curve", e);
        }
    }

    byte[] secondRound() {
        ECJPAKERound2Payload round = participant.createRound2PayloadToSend();
        ByteBuffer out = ByteBuffer.allocate(PROVEN_BYTES);
        SchnorrProof.write(out, round.getA(), round.getKnowledgeProofForX2s());
        return out.array();
    }

    void takeSecondRound(byte[] payload) throws CryptoException {
        ByteBuffer in = exactly(payload, PROVEN_BYTES);
        try {
            ECPoint point = SchnorrProof.point(in);
            participant.validateRound2PayloadReceived(
                    new ECJPAKERound2Payload(other, point, SchnorrProof.proof(in)));
        } catch (IllegalArgumentException e) {
            throw new CryptoException("no point of the curve", e);
        }
    }

    /** What both sides have in common when both had the same code, and nobody else ever; 32 bytes. */
    byte[] keyingMaterial() {
        return BigIntegers.asUnsignedByteArray(SchnorrProof.NUMBER_BYTES, participant.calculateKeyingMaterial());
    }

    private static ByteBuffer exactly(byte[] payload, int length) throws CryptoException {
        if (payload.length != length) {
            throw new CryptoException(payload.length + " bytes");
        }
        return ByteBuffer.wrap(payload);
    }
}
