package br.com.dmbackup.testkit.mtf;

import br.com.dmbackup.testkit.mtf.MtfDatabase.MtfFile;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What the server keeps of a set in its own stream {@code MQCI}: the set, the file group, each file. */
final class SetRecord {
    private static final long DATA_FILE = 0x84;
    private static final long LOG_FILE = 0x0c;

    private SetRecord() {}

    /** @param finished none while the backup runs */
    static byte[] of(MtfSet set, @Nullable LocalDateTime finished) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        records.writeBytes(set(set, finished));
        records.writeBytes(sized(new MtfBytes().ascii(0, "SFGI").upTo(0xe0).text(0x0e, "PRIMARY")));
        set.database().files().forEach(file -> records.writeBytes(file(file)));
        return records.toByteArray();
    }

    private static byte[] set(MtfSet set, @Nullable LocalDateTime finished) {
        MtfServer server = set.server();
        MtfBytes record = new MtfBytes().ascii(0, "SCIN").put(0x18, 2, server.build()).put(0x1b, 1, server.major())
                .put(0x20, 4, 191).put(0x24, 4, 464).put(0x28, 2, 37).put(0x2a, 4, 192).put(0x2e, 4, 16).put(0x32, 2, 1)
                .put(0x34, 4, 191).put(0x38, 4, 464).put(0x3c, 2, 37).date(0x48, set.database().created())
                .date(0x4d, set.started().toLocalDateTime()).ascii(0x57, String.valueOf(set.kind().letter))
                .put(0x5e, 2, set.database().version()).put(0x74, 2, 1046).upTo(0x190);
        if (finished != null) {
            record.date(0x52, finished);
        }
        return sized(record.text(0x68, set.database().name()).text(0x6c, server.instance()));
    }

    private static byte[] file(MtfFile file) {
        return sized(
                new MtfBytes().ascii(0, "SFIN").put(8, 4, file.log() ? LOG_FILE : DATA_FILE).put(0x10, 4, MtfPage.BYTES)
                        .put(0x14, 4, file.id()).put(0x28, 8, file.bytes()).upTo(0x404).text(0x30, file.logicalName())
                        .text(0x34, file.path()));
    }

    private static byte[] sized(MtfBytes record) {
        return record.put(4, 4, record.length()).toArray();
    }
}
