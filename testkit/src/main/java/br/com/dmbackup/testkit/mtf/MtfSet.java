package br.com.dmbackup.testkit.mtf;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One backup set.
 *
 * @param id the set's own id, as {@code msdb.dbo.backupset} keeps it
 * @param name the set's name; may be empty
 * @param kind what was backed up, and how
 * @param started when, on the server's clock with its offset (whole quarters of an hour)
 */
public record MtfSet(MtfServer server, MtfDatabase database, UUID id, String name, Kind kind, OffsetDateTime started) {
    /** Kinds of backups: attributes of the Start of Data Set block, and the letter that the server keeps. */
    public enum Kind {
        FULL(4, 'D'), COPY_ONLY(2 | 4, 'D'), DIFFERENTIAL(8, 'I'), LOG(4, 'L');

        final int attributes;
        final char letter;

        Kind(int attributes, char letter) {
            this.attributes = attributes;
            this.letter = letter;
        }
    }

    /** A full backup of a database. */
    public static MtfSet full(MtfServer server, MtfDatabase database, OffsetDateTime started) {
        UUID id = UUID.nameUUIDFromBytes((database.name() + started).getBytes(StandardCharsets.UTF_8));
        return new MtfSet(server, database, id, database.name() + "-Full Database Backup", Kind.FULL, started);
    }

    /** The same set of another kind. */
    public MtfSet of(Kind other) {
        return new MtfSet(server, database, id, name, other, started);
    }
}
