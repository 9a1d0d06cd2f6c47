package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.settings.DurableFile;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * A server's settings on their way to the machine that will replace it: {@code DMBSET1} and a line end, the length of the
 * settings file (4 bytes, big-endian), the file as it stands, and the machine's key that opens its sealed secrets, sealed
 * itself with the recovery key. Secrets in files of their own stay at home.
 *
 * @param toml the settings file
 * @param sealedKey empty where the server has no secrets
 */
@SuppressWarnings("ArrayRecordComponent")
public record TravellingSettings(byte[] toml, byte[] sealedKey) {
    private static final byte[] MAGIC = "DMBSET1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY_FILE = "recovery.key";

    private static Path settings(Path home) {
        return home.resolve("dmbackup.toml");
    }

    private static Path machineKey(Path home) {
        return home.resolve("state").resolve("machine.key");
    }

    private static Path recoveryKey(Path home) {
        return home.resolve("state").resolve("link").resolve(KEY_FILE);
    }

    /**
     * The recovery key of a server, made at the first time.
     *
     * @return the key, and whether it was made just now
     */
    public static Made recoveryKeyOf(Path home) throws IOException {
        Path file = recoveryKey(home);
        if (Files.isRegularFile(file)) {
            return new Made(RecoveryKey.parse(Files.readString(file)), false);
        }
        RecoveryKey key = RecoveryKey.create(new SecureRandom());
        keep(home, key);
        return new Made(key, true);
    }

    /** Keeps a key that was typed at the machine that replaces another one. */
    public static void keep(Path home, RecoveryKey key) throws IOException {
        Path file = recoveryKey(home);
        Files.createDirectories(file.getParent());
        DurableFile.replace(file, (key.shown() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** @param fresh whether a person has not seen it yet */
    public record Made(RecoveryKey key, boolean fresh) {}

    /** What is to travel from that home; none where there is nothing, or no recovery key. */
    static Optional<TravellingSettings> of(Path home) throws IOException {
        if (!Files.isRegularFile(settings(home)) || !Files.isRegularFile(recoveryKey(home))) {
            return Optional.empty();
        }
        RecoveryKey key = recoveryKeyOf(home).key();
        byte[] sealed = Files.isRegularFile(machineKey(home))
                ? key.seal(Files.readAllBytes(machineKey(home)))
                : new byte[0];
        return Optional.of(new TravellingSettings(Files.readAllBytes(settings(home)), sealed));
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(MAGIC.length + Integer.BYTES + toml.length + sealedKey.length).put(MAGIC)
                .putInt(toml.length).put(toml).put(sealedKey).array();
    }

    /** None for bytes of another form. */
    public static Optional<TravellingSettings> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.remaining() < MAGIC.length + Integer.BYTES
                || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)) {
            return Optional.empty();
        }
        int length = in.position(MAGIC.length).getInt();
        if (length < 0 || length > in.remaining()) {
            return Optional.empty();
        }
        byte[] toml = new byte[length];
        in.get(toml);
        byte[] sealed = new byte[in.remaining()];
        in.get(sealed);
        return Optional.of(new TravellingSettings(toml, sealed));
    }

    /**
     * Makes them the settings of this machine.
     *
     * @param key none to do without the secrets, which must then be typed anew
     * @throws BackupFault {@code RECOVERY_KEY_WRONG}, before anything is written; {@code OUTPUT_UNWRITABLE}
     */
    public void writeInto(Path home, Optional<RecoveryKey> key) {
        Optional<byte[]> machineKey = key.filter(it -> sealedKey.length > 0).map(it -> it.open(sealedKey));
        try {
            Files.createDirectories(home.resolve("state").resolve("link"));
            if (machineKey.isPresent()) {
                DurableFile.replace(machineKey(home), machineKey.get());
            }
            if (key.isPresent()) {
                keep(home, key.get());
            }
            DurableFile.replace(settings(home), toml);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, home, String.valueOf(e.getMessage())).causedBy(e);
        }
    }
}
