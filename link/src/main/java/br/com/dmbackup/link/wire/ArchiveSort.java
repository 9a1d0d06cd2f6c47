package br.com.dmbackup.link.wire;

import java.util.Arrays;

/** What an archive is at the terminal. */
public enum ArchiveSort {
    /** In the slot of an hour. */
    SLOT(0),
    /** The newest one once more, under its own name. */
    NEWEST(1),
    /** Held aside because it looked wrong. */
    SUSPICIOUS(2),
    /** Was replaced in its slot and is kept for a while. */
    ASIDE(3),
    /** One that is kept of its day. */
    DAILY(4);

    private final int number;

    ArchiveSort(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    static ArchiveSort readFrom(FrameReader in) {
        int number = in.int8();
        return Arrays.stream(values()).filter(sort -> sort.number == number).findFirst()
                .orElseThrow(() -> in.garbled("sort " + number));
    }
}
