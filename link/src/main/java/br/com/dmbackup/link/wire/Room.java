package br.com.dmbackup.link.wire;

/** How much room there is. */
public sealed interface Room extends Message {

    /** Asks. */
    record Ask() implements Room {
        static Ask readFrom(FrameReader in) {
            return new Ask();
        }

        @Override
        public void writeTo(FrameWriter out) {}
    }

    /**
     * The answer.
     *
     * @param freeBytes free on the disk with the terminal's copies
     * @param totalBytes of that disk
     * @param usedBytes by this server's copies
     * @param neededBytes that this server's copies will take when everything is there; 0 where that is not known, and so
     *        are its parts then
     * @param slotBytes of them for the slots
     * @param asideBytes of them for what slots replace in two days
     * @param dailyBytes of them for a copy a day in two weeks
     */
    record Is(long freeBytes, long totalBytes, long usedBytes, long neededBytes, long slotBytes, long asideBytes,
            long dailyBytes) implements Room {
        static Is readFrom(FrameReader in) {
            return new Is(in.count64(), in.count64(), in.count64(), in.count64(), in.count64(), in.count64(),
                    in.count64());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int64(freeBytes).int64(totalBytes).int64(usedBytes).int64(neededBytes)
                    .int64(slotBytes).int64(asideBytes).int64(dailyBytes);
        }
    }
}
