package br.com.dmbackup.engine.sqlserver.mtf;

import br.com.dmbackup.protocol.DumpKind;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One backup in the file.
 *
 * @param start what its begin says
 * @param machine the computer, as the volume block names it; may be empty
 * @param record what the server keeps of it, with the finish where the end was reached; none where it cannot be read
 * @param ended whether its end was reached
 */
public record BackupSet(SetStart start, String machine, Optional<SetRecord> record, boolean ended) {
    private static final int COPY = 2;

    /** When it ended, on the server's clock. */
    public Optional<LocalDateTime> finished() {
        return record.flatMap(SetRecord::finished);
    }

    /** When it began, on the server's clock. */
    public Optional<LocalDateTime> started() {
        return record.flatMap(SetRecord::started).or(start::written);
    }

    /** The kind of backup, as far as it is known. */
    public DumpKind kind() {
        return switch (record.map(SetRecord::kind).orElse('?')) {
            case 'D' -> (start.attributes() & COPY) != 0 ? DumpKind.COPY_ONLY : DumpKind.FULL;
            case 'I' -> DumpKind.DIFFERENTIAL;
            case 'L' -> DumpKind.LOG;
            default -> DumpKind.OTHER;
        };
    }
}
