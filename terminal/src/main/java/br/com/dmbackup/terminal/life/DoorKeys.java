package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.settings.DurableFile;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The folder in which a running terminal writes where it is asked, and the tokens that prove who may ask: the admin's for
 * the owner's eyes alone, the till's also for the folder's group, where the installation gave it one.
 */
record DoorKeys(Path folder) {
    static final String NONCE = "DMBackup-Nonce";
    static final String ROLE = "DMBackup-Role";
    private static final int TOKEN_BYTES = 32;
    private static final int LARGEST_FILE = 1 << 10;

    /** Who asks. */
    enum Role {
        TILL, ADMIN;

        String file() {
            return name().toLowerCase(Locale.ROOT) + ".token";
        }
    }

    /**
     * What was found.
     *
     * @param role the highest whose token may be read
     */
    record Found(int port, Role role, String token) {}

    static String freshToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What only somebody with the token can answer to a nonce. */
    static String proof(String token, int port, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(
                    ("dmbackup terminal door\n" + port + "\n" + nonce).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Writes tokens and port, the port last: who finds it finds the tokens that belong to it. */
    void write(int port, String till, String admin) {
        try {
            if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(folder);
                rights(folder, "rwx------");
            }
            DurableFile.replace(folder.resolve(Role.ADMIN.file()), bytes(admin));
            DurableFile.replace(folder.resolve(Role.TILL.file()), bytes(till));
            DurableFile.replace(folder.resolve("port"), bytes(String.valueOf(port)));
            if (groupMayEnter()) {
                rights(folder.resolve(Role.TILL.file()), "rw-r-----");
                rights(folder.resolve("port"), "rw-r-----");
            }
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.TERMINAL_FILE_FAILED, folder, FileWords.of(e)).causedBy(e);
        }
    }

    void clear() {
        try {
            for (String name : List.of("port", Role.ADMIN.file(), Role.TILL.file())) {
                Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.TERMINAL_FILE_FAILED, folder, FileWords.of(e)).causedBy(e);
        }
    }

    /**
     * None where no terminal wrote anything down, or nothing that can be understood.
     *
     * @throws BackupFault {@code AGENT_FILES_CLOSED}
     */
    Optional<Found> read() {
        try {
            int port = Integer.parseInt(text("port"));
            try {
                return Optional.of(new Found(port, Role.ADMIN, text(Role.ADMIN.file())));
            } catch (AccessDeniedException notAdmin) {
                return Optional.of(new Found(port, Role.TILL, text(Role.TILL.file())));
            }
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        } catch (IOException denied) {
            throw BackupFault.of(FaultCode.AGENT_FILES_CLOSED, folder).causedBy(denied);
        }
    }

    private String text(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.size(file) > LARGEST_FILE) {
            throw new NoSuchFileException(name);
        }
        return Files.readString(file).strip();
    }

    private boolean groupMayEnter() throws IOException {
        return posix() && Files.getPosixFilePermissions(folder)
                .contains(PosixFilePermission.GROUP_EXECUTE);
    }

    private static void rights(Path path, String rights) throws IOException {
        if (posix()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static byte[] bytes(String text) {
        return (text + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
