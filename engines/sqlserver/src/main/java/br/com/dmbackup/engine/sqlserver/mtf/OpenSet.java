package br.com.dmbackup.engine.sqlserver.mtf;

import java.util.Optional;

/** A set while it is walked through. */
final class OpenSet {
    private final SetStart start;
    private final long offset;
    private String machine = "";
    private Optional<SetRecord> record = Optional.empty();
    private boolean recordSeen;
    private boolean pagesSeen;
    private boolean ended;
    private long blocks;

    OpenSet(SetStart start, long offset) {
        this.start = start;
        this.offset = offset;
    }

    long offset() {
        return offset;
    }

    /** Whether a block stands where it says, and is the next one by its number. */
    boolean inPlace(Block block) {
        long distance = block.offset() - offset;
        return block.controlBlock() == blocks++ && block.logicalAddress() * MtfReader.LOGICAL_BLOCK == distance;
    }

    void machine(String name) {
        machine = name;
    }

    /**
     * Takes the record of the set's begin, or of its end.
     *
     * @return whether it tells of the same backup as the one before
     */
    boolean record(Optional<SetRecord> told) {
        boolean bothOrNone = record.isPresent() == told.isPresent();
        boolean agrees = !recordSeen
                || (bothOrNone && record.map(first -> told.filter(first::agreesWith).isPresent()).orElse(true));
        record = told.or(() -> record);
        recordSeen = true;
        return agrees;
    }

    void pages() {
        pagesSeen = true;
    }

    /** A full backup that brought nothing. */
    boolean lacksPages() {
        return !pagesSeen && record.filter(told -> told.kind() == 'D').isPresent();
    }

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    BackupSet set() {
        return new BackupSet(start, machine, record, ended);
    }
}
