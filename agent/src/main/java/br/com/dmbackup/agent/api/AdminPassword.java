package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The administrator's password of a home, for those who may not read the administrators' token. Only what it is held
 * against is kept, in {@code state/agent/password}: one line with the way it was made (PBKDF2 with HMAC-SHA-256), its
 * rounds, the salt and the result.
 */
public final class AdminPassword {
    /** So many characters at least. */
    public static final int SHORTEST = 8;
    private static final String WAY = "PBKDF2WithHmacSHA256";
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private final AgentFiles files;

    public AdminPassword(AgentFiles files) {
        this.files = files;
    }

    /**
     * Sets it, in place of the one before.
     *
     * @throws BackupFault {@code PASSWORD_TOO_SHORT}, {@code AGENT_FILES_OPEN}, {@code HOME_NOT_WRITABLE}
     */
    public void set(char[] password) {
        if (password.length < SHORTEST) {
            throw BackupFault.of(FaultCode.PASSWORD_TOO_SHORT, SHORTEST);
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        String line = String.join(" ", WAY, String.valueOf(ROUNDS), text(salt), text(made(password, salt, ROUNDS)));
        KeyFolder folder = new KeyFolder(files);
        folder.makeIfMissing();
        folder.writeForAgent(files.password(), line + "\n");
    }

    /**
     * Whether that is it; none where none was set.
     *
     * @throws BackupFault {@code AGENT_FILES_OPEN}, {@code FILE_UNREADABLE}
     */
    Optional<Boolean> matches(char[] typed) {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(files.password(), PosixFileAttributeView.class,
                    LinkOption.NOFOLLOW_LINKS);
            String[] parts = Files.readString(files.password()).strip().split(" ", -1);
            if (view != null && !view.readAttributes().permissions()
                    .equals(PosixFilePermissions.fromString("rw-------"))) {
                throw BackupFault.of(FaultCode.AGENT_FILES_OPEN, files.password(),
                        PosixFilePermissions.toString(view.readAttributes().permissions()));
            }
            byte[] salt = Base64.getDecoder().decode(parts[2]);
            byte[] kept = Base64.getDecoder().decode(parts[3]);
            return Optional.of(MessageDigest.isEqual(kept, made(typed, salt, Integer.parseInt(parts[1]))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, files.password(),
                    damaged instanceof IOException e ? FileWords.of(e) : "?").causedBy(damaged);
        }
    }

    private static byte[] made(char[] password, byte[] salt, int rounds) {
        // The same letter with its accent can be typed as one character or as two.
        char[] usual = Normalizer.normalize(new String(password), Normalizer.Form.NFC).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(usual, salt, rounds, KEY_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance(WAY).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
            Arrays.fill(usual, ' ');
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
