package br.com.dmbackup.agent.api;

import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentAddress.Proof;
import br.com.dmbackup.protocol.api.AgentRole;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one life of the agent: a token for each role, and a pair of keys of which one never leaves the process. */
final class ApiKeys {
    private static final int TOKEN_BYTES = 32;

    private final String till;
    private final String admin;
    private final KeyPair pair;

    private ApiKeys(String till, String admin, KeyPair pair) {
        this.till = till;
        this.admin = admin;
        this.pair = pair;
    }

    static ApiKeys fresh() {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            return new ApiKeys(token(), token(), pairs.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 256 random bits, as text. */
    static String token() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    String of(AgentRole role) {
        return role == AgentRole.ADMIN ? admin : till;
    }

    /** The role that a token proves. */
    Optional<AgentRole> role(String token) {
        // Both are compared, each in constant time: how long it takes says nothing.
        boolean isAdmin = same(admin, token);
        boolean isTill = same(till, token);
        if (isAdmin) {
            return Optional.of(AgentRole.ADMIN);
        }
        return isTill ? Optional.of(AgentRole.TILL) : Optional.empty();
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** See {@link AgentAddress#challenge}. */
    String proof(Proof by, int port, String nonce) {
        byte[] challenge = AgentAddress.challenge(by, port, nonce);
        try {
            return switch (by) {
                case TILL -> mac(till, challenge);
                case ADMIN -> mac(admin, challenge);
                case KEY -> {
                    Signature signature = Signature.getInstance("SHA256withECDSA");
                    signature.initSign(pair.getPrivate());
                    signature.update(challenge);
                    yield Base64.getEncoder().encodeToString(signature.sign());
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mac(String token, byte[] challenge) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(challenge));
    }
}
