package br.com.dmbackup.client;

import br.com.dmbackup.protocol.api.AgentAddress.Proof;
import br.com.dmbackup.protocol.api.AgentRole;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves a role to the agent, and the agent to whoever has it.
 *
 * @param pass whether a password gave it
 */
record Token(AgentRole role, String value, boolean pass) {
    /** How the agent is to prove itself. A pass is no file's, so any of the agent's own proofs may be asked for. */
    Proof proof() {
        if (pass) {
            return Proof.KEY;
        }
        return role == AgentRole.ADMIN ? Proof.ADMIN : Proof.TILL;
    }

    /** Whether that answer to a challenge could only be given by somebody who has this token. */
    boolean answers(byte[] challenge, String proof) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return MessageDigest.isEqual(HexFormat.of().formatHex(mac.doFinal(challenge)).getBytes(
                    StandardCharsets.US_ASCII), proof.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Token[" + role + "]";
    }
}
