package br.com.dmbackup.link.wire;

import java.util.Optional;
import java.util.UUID;

/**
 * An archive that the terminal has.
 *
 * @param name as destinations know it, such as {@code 09h/MCDados.zip}
 * @param sizeBytes its length
 * @param modifiedMillis its file time, as milliseconds since 1970
 * @param sort what it is there
 * @param backupId of its manifest; empty where it has none
 * @param dumpDigest of its index; empty where it has none
 */
public record ArchiveLine(String name, long sizeBytes, long modifiedMillis, ArchiveSort sort, Optional<UUID> backupId,
        Optional<Sha256Hash> dumpDigest) {
    static ArchiveLine readFrom(FrameReader in) {
        return new ArchiveLine(in.text(Limits.NAME_BYTES), in.count64(), in.int64(), ArchiveSort.readFrom(in),
                in.optional(reader -> new UUID(reader.int64(), reader.int64())), in.optional(FrameReader::hash));
    }

    void writeTo(FrameWriter out) {
        out.text(name, Limits.NAME_BYTES).int64(sizeBytes).int64(modifiedMillis).int8(sort.number())
                .optional(backupId,
                        (writer, id) -> writer.int64(id.getMostSignificantBits()).int64(id.getLeastSignificantBits()))
                .optional(dumpDigest, FrameWriter::hash);
    }
}
