package br.com.dmbackup.engine.sqlserver.mtf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the server itself keeps of a set, in its stream {@code MQCI}: a row of records, each with four letters and its
 * length first; {@code SCIN} is the set, {@code SFIN} a file. Written twice: at the set's begin, and, with the finish,
 * at its end. Not published; the offsets were learned from genuine files.
 *
 * @param kind the server's letter for the kind of backup: {@code D} database, {@code I} differential, {@code L} log
 * @param databaseVersion the database's internal version
 * @param created when the database was created
 * @param started when the backup began, on the server's clock
 * @param finished when it ended; none in the record at the set's begin
 */
public record SetRecord(String database, String server, ServerVersion version, char kind, int databaseVersion,
        Optional<LocalDateTime> created, Optional<LocalDateTime> started, Optional<LocalDateTime> finished,
        List<DatabaseFile> files) {
    private static final int SHORTEST = 0x76;
    private static final int RECORD_HEAD = 8;
    private static final int SHORTEST_FILE = 0x38;

    /** The record; none where these bytes are no such record. */
    static Optional<SetRecord> in(byte[] told) {
        ByteBuffer all = ByteBuffer.wrap(told).order(ByteOrder.LITTLE_ENDIAN);
        List<ByteBuffer> records = split(all);
        if (records.isEmpty() || !name(records.getFirst()).equals("SCIN")
                || records.getFirst().limit() < SHORTEST) {
            return Optional.empty();
        }
        ByteBuffer set = records.getFirst();
        return Optional.of(new SetRecord(text(set, 0x68), text(set, 0x6c),
                new ServerVersion(set.get(0x1b) & 0xff, set.get(0x1a) & 0xff, u16(set, 0x18)),
                (char) (set.get(0x57) & 0xff), u16(set, 0x5e), PackedDate.in(set, 0x48), PackedDate.in(set, 0x4d),
                PackedDate.in(set, 0x52), files(records)));
    }

    /** Whether both tell of one and the same backup; only the later one knows the finish. */
    boolean agreesWith(SetRecord other) {
        return database.equals(other.database) && server.equals(other.server) && version.equals(other.version)
                && kind == other.kind && databaseVersion == other.databaseVersion && started.equals(other.started);
    }

    private static List<ByteBuffer> split(ByteBuffer all) {
        List<ByteBuffer> records = new ArrayList<>();
        int at = 0;
        while (at + RECORD_HEAD <= all.limit()) {
            int length = all.getInt(at + 4);
            if (length < RECORD_HEAD || length > all.limit() - at) {
                break;
            }
            records.add(all.slice(at, length).order(ByteOrder.LITTLE_ENDIAN));
            at += length;
        }
        return records;
    }

    private static List<DatabaseFile> files(List<ByteBuffer> records) {
        return records.stream().filter(record -> name(record).equals("SFIN") && record.limit() >= SHORTEST_FILE)
                .map(file -> new DatabaseFile(Integer.toUnsignedLong(file.getInt(0x14)), text(file, 0x30),
                        text(file, 0x34), file.getLong(0x28)))
                .toList();
    }

    private static String name(ByteBuffer record) {
        return StandardCharsets.ISO_8859_1.decode(record.slice(0, 4)).toString();
    }

    private static String text(ByteBuffer record, int field) {
        return PlacedText.in(record, u16(record, field + 2), u16(record, field), StandardCharsets.UTF_16LE);
    }

    private static int u16(ByteBuffer record, int at) {
        return Short.toUnsignedInt(record.getShort(at));
    }
}
