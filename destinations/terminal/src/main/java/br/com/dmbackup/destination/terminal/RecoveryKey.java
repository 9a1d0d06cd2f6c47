package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What opens a dead server's secrets on the machine that replaces it: 25 characters, 114 bits, made by the server when it
 * was paired, shown once for a person to keep on paper. The terminal never has it. Its text form is masked; {@link #shown}
 * is for that one screen.
 */
public final class RecoveryKey {
    private static final String ALPHABET = "ACDEFGHJKMNPQRTVWXY34679";
    private static final int LENGTH = 25;
    private static final int GROUP = 5;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String characters;

    private RecoveryKey(String characters) {
        this.characters = characters;
    }

    public static RecoveryKey create(SecureRandom random) {
        StringBuilder characters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RecoveryKey(characters.toString());
    }

    /**
     * As a person types it.
     *
     * @throws BackupFault {@code RECOVERY_KEY_WRONG} for what cannot be one
     */
    public static RecoveryKey parse(String typed) {
        String characters = typed.replaceAll("[\\s\\p{Pd}._\\u00a0]", "").toUpperCase(Locale.ROOT);
        if (characters.length() != LENGTH || characters.chars().anyMatch(it -> ALPHABET.indexOf(it) < 0)) {
            throw BackupFault.of(FaultCode.RECOVERY_KEY_WRONG);
        }
        return new RecoveryKey(characters);
    }

    /** In groups of five. */
    public String shown() {
        return String.join("-", characters.split("(?<=\\G.{" + GROUP + "})"));
    }

    /**
     * The same bytes always give the same sealed ones, so that unchanged secrets are not sent again; the nonce is made of
     * them, so that no two others share one.
     */
    byte[] seal(byte[] plain) {
        try {
            byte[] nonce = Arrays.copyOf(mac("nonce", plain), NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws BackupFault {@code RECOVERY_KEY_WRONG} when this key does not open it */
    byte[] open(byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES)).doFinal(sealed, NONCE_BYTES,
                    sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw BackupFault.of(FaultCode.RECOVERY_KEY_WRONG).causedBy(wrong);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(mac("key", new byte[0]), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** The key has more than 100 random bits, so that nothing need be made slow. */
    private byte[] mac(String purpose, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(characters.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        mac.update(("dmbackup recovery 1 " + purpose + "\n").getBytes(StandardCharsets.US_ASCII));
        return mac.doFinal(message);
    }

    @Override
    public String toString() {
        return "*****";
    }
}
