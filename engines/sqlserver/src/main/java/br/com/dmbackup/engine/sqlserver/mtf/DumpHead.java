package br.com.dmbackup.engine.sqlserver.mtf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a file is, by its first bytes. */
public enum DumpHead {
    /** An uncompressed backup of SQL Server, perhaps with a damaged begin. */
    TAPE_FORMAT,
    /** A compressed or encrypted backup of SQL Server: another container, not published. */
    COMPRESSED,
    /** Something else. */
    FOREIGN;

    /** How many bytes are looked at. */
    public static final int BYTES = 128;

    private static final Map<String, String> FOREIGN_NAMES = new LinkedHashMap<>();

    static {
        FOREIGN_NAMES.put("PK\3\4", "ZIP");
        FOREIGN_NAMES.put("PGDMP", "PostgreSQL (pg_dump)");
        FOREIGN_NAMES.put("SQLite format 3\0", "SQLite 3");
        FOREIGN_NAMES.put("\37\213", "gzip");
        FOREIGN_NAMES.put("7z\274\257\47\34", "7-Zip");
        FOREIGN_NAMES.put("Rar!\32\7", "RAR");
        FOREIGN_NAMES.put("-- MySQL dump", "MySQL (mysqldump)");
        FOREIGN_NAMES.put("-- MariaDB dump", "MariaDB (mariadb-dump)");
        FOREIGN_NAMES.put("/*M!999999\\- enable the sandbox mode", "MariaDB (mariadb-dump)");
        FOREIGN_NAMES.put("--\n-- PostgreSQL database", "PostgreSQL (SQL)");
    }

    /** @param head the file's first {@link #BYTES} bytes; fewer where it is shorter */
    public static DumpHead of(byte[] head) {
        if (begins(head, "MSSQLBAK")) {
            return COMPRESSED;
        }
        boolean ours = begins(head, MediaHeader.TYPE)
                || MediaHeader.resembles(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN));
        return ours ? TAPE_FORMAT : FOREIGN;
    }

    /** The own name of what a foreign file is; none where it is not known. */
    public static Optional<String> foreignName(byte[] head) {
        return FOREIGN_NAMES.entrySet().stream().filter(known -> begins(head, known.getKey())).map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean begins(byte[] head, String magic) {
        return head.length >= magic.length()
                && new String(head, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }
}
