package br.com.dmbackup.core.policy;

import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.Phrase;
import java.util.OptionalLong;

/**
 * The first brake: a dump that is empty, of the wrong magic, or half the size of the last good one (or less) may be the
 * work of a broken program or of an intruder. It is kept, but beside ({@link SuspectRing}), never over a slot.
 */
public final class Brake {
    private Brake() {}

    /** What was decided. */
    public sealed interface Verdict permits Normal, Suspicious {}

    /** Nothing speaks against it. */
    public record Normal() implements Verdict {}

    /**
     * @param dumpBytes length of the dump
     * @param lastDumpBytes length of the last good dump; 0 when there was none
     */
    public record Suspicious(Reason reason, long dumpBytes, long lastDumpBytes) implements Verdict, Phrase {
        /** The reason, in words. */
        @Override
        public String in(Messages messages) {
            return messages.text("suspicious." + reason.name(), dumpBytes, lastDumpBytes);
        }
    }

    /** What speaks against a dump. */
    public enum Reason {
        EMPTY, WRONG_MAGIC, HALF_SIZE
    }

    /**
     * @param recognised whether the engine recognises the dump's first bytes
     * @param lastDumpBytes length of the last good dump of this database, where there was one
     */
    public static Verdict judge(long dumpBytes, boolean recognised, OptionalLong lastDumpBytes) {
        long last = lastDumpBytes.orElse(0);
        if (dumpBytes == 0) {
            return new Suspicious(Reason.EMPTY, dumpBytes, last);
        }
        if (!recognised) {
            return new Suspicious(Reason.WRONG_MAGIC, dumpBytes, last);
        }
        return dumpBytes <= last / 2 ? new Suspicious(Reason.HALF_SIZE, dumpBytes, last) : new Normal();
    }
}
