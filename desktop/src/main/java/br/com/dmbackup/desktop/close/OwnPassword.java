package br.com.dmbackup.desktop.close;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What a password that a person chose is held against: Argon2id in the form that its own tools write
 * ({@code $argon2id$v=19$m=…,t=…,p=…$salt$key}), from which the password cannot be read.
 */
record OwnPassword(String line) {
    private static final int MEMORY_KIB = 19 << 10;
    private static final int MOST_KIB = 64 << 10;
    private static final int ROUNDS = 2;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;

    static OwnPassword of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] key = key(password, salt, MEMORY_KIB, ROUNDS, KEY_BYTES);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return new OwnPassword(
                "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(MEMORY_KIB, ROUNDS, text.encodeToString(salt),
                        text.encodeToString(key)));
    }

    /** Whether that is it; false as well where the line was damaged. */
    boolean matches(char[] typed) {
        try {
            String[] parts = line.split("\\$", -1);
            String[] cost = parts[3].split("[=,]", -1);
            int memory = Integer.parseInt(cost[1]);
            byte[] salt = Base64.getDecoder().decode(parts[4]);
            byte[] key = Base64.getDecoder().decode(parts[5]);
            return memory <= MOST_KIB && key.length == KEY_BYTES
                    && MessageDigest.isEqual(key, key(typed, salt, memory, Integer.parseInt(cost[3]), key.length));
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException damaged) {
            return false;
        }
    }

    private static byte[] key(char[] password, byte[] salt, int memory, int rounds, int length) {
        // The same letter with its accent can be typed as one character or as two.
        byte[] usual = Normalizer.normalize(new String(password), Normalizer.Form.NFC)
                .getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memory).withIterations(rounds)
                .withParallelism(1).withSalt(salt).build());
        byte[] key = new byte[length];
        generator.generateBytes(usual, key);
        Arrays.fill(usual, (byte) 0);
        return key;
    }

    /** It stays out of logs. */
    @Override
    public String toString() {
        return "OwnPassword[]";
    }
}
