package br.com.dmbackup.protocol.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * What the agent writes down for those who look for it, in {@code state/agent/address.json} of the home, and the names
 * of what lies beside it.
 *
 * @param apiVersion {@link AgentStatus#API_VERSION}
 * @param port where it listens, on the loopback address alone
 * @param pid its process
 * @param startedAt when it began to listen
 * @param publicKey with it the agent's signature is checked: ECDSA over P-256, as X.509 and Base64
 */
public record AgentAddress(int apiVersion, int port, long pid, Instant startedAt, String publicKey) {
    /** Folder of all this, within the home. */
    public static final String FOLDER = "state/agent";
    public static final String FILE = "address.json";
    public static final String TILL_TOKEN = "till.token";
    public static final String ADMIN_TOKEN = "admin.token";
    /** Request header of {@code GET /v1/hello}: 64 hexadecimal digits, never the same twice. */
    public static final String NONCE = "DMBackup-Nonce";
    /** Request header of {@code GET /v1/hello}: a {@link Proof}, in small letters. */
    public static final String PROOF = "DMBackup-Proof";

    /** By what the agent shows that it is the one that wrote this address. */
    public enum Proof {
        /** HMAC-SHA-256 with the token of the tills, hexadecimal. */
        TILL,
        /** HMAC-SHA-256 with the token of the administrators, hexadecimal. */
        ADMIN,
        /** Signature, Base64; nobody who merely reads a token can make it. */
        KEY;

        /** As it is written in requests. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is proven. The port is in it, so that an answer cannot be fetched from the agent by another program that
     * listens elsewhere.
     */
    public static byte[] challenge(Proof by, int port, String nonce) {
        return ("dmbackup hello 1\n" + by.word() + "\n" + port + "\n" + nonce).getBytes(StandardCharsets.US_ASCII);
    }
}
