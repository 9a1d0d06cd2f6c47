package br.com.dmbackup.core.policy;

import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.Phrase;
import java.util.List;

/**
 * One thing that speaks against a dump.
 *
 * @param figures what was seen, in the order of the reason's text
 */
public record Finding(Reason reason, List<Object> figures) implements Phrase {
    /** What can speak against a dump. The texts stand in the message files under {@code suspicious.<name>}. */
    public enum Reason {
        /** Not one byte. */
        EMPTY,
        /** {0} bytes of the dump: its begin is not that of a dump of this engine. */
        WRONG_MAGIC,
        /** {0} bytes of the dump, {1} of the last good one; nothing else is known of it. */
        HALF_SIZE,
        /** {0} bytes of the dump, {1} of the last good one: what is there was there before, and the rest is missing. */
        CUT,
        /** {0} bytes of the dump, {1} of the last good one: far less, though the rows are there. */
        SHRUNK,
        /** {0} how many tables, {1} the first of them with their rows before and now. */
        EMPTIED,
        /** {0} tables that lost most of their rows, {1} of how many, {2} rows before, {3} rows now. */
        ROWS_LOST,
        /** {0} percent of the dump that the archive could not compress away; {1} the same of the last good one. */
        SCRAMBLED
    }

    static Finding of(Reason reason, Object... figures) {
        return new Finding(reason, List.of(figures));
    }

    @Override
    public String in(Messages messages) {
        return messages.text("suspicious." + reason.name(), figures.toArray());
    }
}
