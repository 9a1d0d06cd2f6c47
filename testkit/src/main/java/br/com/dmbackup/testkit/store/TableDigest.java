package br.com.dmbackup.testkit.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * What a table holds.
 *
 * @param rows how many
 * @param sha256 of all their values, in the order in which they were read
 */
public record TableDigest(long rows, String sha256) {
    /** Of all rows that are left to read. */
    public static TableDigest of(ResultSet rows) throws SQLException {
        MessageDigest sha = digester();
        int columns = rows.getMetaData().getColumnCount();
        long count = 0;
        for (; rows.next(); count++) {
            for (int column = 1; column <= columns; column++) {
                sha.update(String.valueOf(rows.getString(column)).getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
        }
        return new TableDigest(count, HexFormat.of().formatHex(sha.digest()));
    }

    private static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
