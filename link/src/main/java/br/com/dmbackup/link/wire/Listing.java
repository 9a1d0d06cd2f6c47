package br.com.dmbackup.link.wire;

import java.util.List;

/** What the terminal has of this server. */
public sealed interface Listing extends Message {

    /** Asks for everything. */
    record Ask() implements Listing {
        static Ask readFrom(FrameReader in) {
            return new Ask();
        }

        @Override
        public void writeTo(FrameWriter out) {}
    }

    /**
     * A part of the answer.
     *
     * @param last whether no more follow
     * @param lines at most {@link Limits#LINES}
     */
    record Archives(boolean last, List<ArchiveLine> lines) implements Listing {
        public Archives {
            lines = List.copyOf(lines);
        }

        static Archives readFrom(FrameReader in) {
            return new Archives(in.flag(), in.list(Limits.LINES, ArchiveLine::readFrom));
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.flag(last).list(lines, Limits.LINES, (writer, line) -> line.writeTo(writer));
        }
    }
}
