package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets with this machine's key, so that the settings file alone gives nothing away: AES-256-GCM, a random nonce
 * for each value, written as {@code sealed:} and Base64 of nonce, ciphertext and tag. The key is a file that only its
 * owner reads, made at the first sealing; whoever can read both files can read the secrets.
 */
public final class SecretSealer {
    static final String PREFIX = "sealed:";
    private static final byte[] PURPOSE = "dmbackup secret 1".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path keyFile;
    private final SecureRandom random = new SecureRandom();

    public SecretSealer(Path keyFile) {
        this.keyFile = keyFile;
    }

    /** The sealer of a home folder: its key is {@code state/machine.key}. */
    public static SecretSealer inHome(Path home) {
        return new SecretSealer(home.resolve("state").resolve("machine.key"));
    }

    /**
     * The text that stands for the secret in the settings.
     *
     * @throws BackupFault {@code OUTPUT_UNWRITABLE} when the key cannot be made, {@code FILE_UNREADABLE} when the one
     *         that is there is open to others or damaged
     */
    public String seal(Secret secret) {
        ByteBuffer plain = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret.value()));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keyForSealing(), nonce).doFinal(plain.array(), 0,
                    plain.limit());
            byte[] value = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
            return PREFIX + Base64.getEncoder().encodeToString(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(plain.array(), (byte) 0);
        }
    }

    /**
     * Seals what a {@code file:PATH} names.
     *
     * @param before the sealed text that stood there; given back when it holds the same secret already
     * @return none when the file cannot be read, is empty, or is open to others
     */
    public Optional<String> sealFile(Path file, Optional<String> before) {
        return SecretReference.ofFile(file, (messageKey, arguments) -> {})
                .map(secret -> before.filter(sealed -> open(sealed).equals(Optional.of(secret)))
                        .orElseGet(() -> seal(secret)));
    }

    /** The secret behind a sealed text; none when it was sealed with another key, was altered, or the key is gone. */
    public Optional<Secret> open(String sealed) {
        if (!sealed.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] value = Base64.getDecoder().decode(sealed.substring(PREFIX.length()));
            if (value.length < NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] plain = cipher(Cipher.DECRYPT_MODE, readKey(), Arrays.copyOf(value, NONCE_BYTES)).doFinal(value,
                    NONCE_BYTES, value.length - NONCE_BYTES);
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain));
            return Optional.of(new Secret(Arrays.copyOf(text.array(), text.limit())));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException | BackupFault unopened) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(PURPOSE);
        return cipher;
    }

    private byte[] keyForSealing() {
        try {
            if (!Files.exists(keyFile)) {
                makeKey();
            }
            return readKey();
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, keyFile, FileWords.of(e)).causedBy(e);
        }
    }

    private void makeKey() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Files.createDirectories(keyFile.toAbsolutePath().getParent());
        try {
            DurableFile.createNew(keyFile, key);
        } catch (FileAlreadyExistsException another) {
            // Somebody else made it at the same moment; theirs holds.
        }
    }

    private byte[] readKey() throws IOException {
        if (SecretReference.openToOthers(keyFile)) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, keyFile, "group or others may read it");
        }
        byte[] key = Files.readAllBytes(keyFile);
        if (key.length != KEY_BYTES) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, keyFile, key.length + " bytes");
        }
        return key;
    }
}
