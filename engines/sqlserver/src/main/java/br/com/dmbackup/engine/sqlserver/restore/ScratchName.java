package br.com.dmbackup.engine.sqlserver.restore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The names of databases that restores make: whose they are stands in the first number, and in the second one nothing,
 * or, of one that is to be swapped in, under which name the old database will be kept. So that whoever finds it after a
 * power cut in the middle of a swap knows which two belong together.
 */
public final class ScratchName {
    private static final String PREFIX = "dmbackup_restauro_";
    private static final String PATTERN = PREFIX + "[0-9a-f]{8}_[0-9a-f]{16}";
    private static final int OWNER_BYTES = 4;
    private static final int KEPT_BYTES = 8;

    private ScratchName() {}

    /** A new one. */
    public static String of(String live) {
        return beginning(live) + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** That of the database which takes the live one's place when that is kept under another name. */
    static String replacing(String live, String kept) {
        return beginning(live) + hash(kept, KEPT_BYTES);
    }

    static boolean isScratch(String name) {
        return name.matches(PATTERN);
    }

    static boolean isOf(String live, String name) {
        return isScratch(name) && name.startsWith(beginning(live));
    }

    /** The number alone, which its files bear too. */
    static String number(String name) {
        return name.substring(name.lastIndexOf('_') + 1);
    }

    private static String beginning(String live) {
        return PREFIX + hash(live, OWNER_BYTES) + "_";
    }

    /** Names that the server takes for the same have the same one. */
    private static String hash(String name, int bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
