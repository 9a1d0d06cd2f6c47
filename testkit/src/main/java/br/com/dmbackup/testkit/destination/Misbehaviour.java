package br.com.dmbackup.testkit.destination;

import br.com.dmbackup.protocol.FaultCode;

/** What is wrong with a {@link FaultyDestination}. */
public sealed interface Misbehaviour {
    /** Nothing. */
    record None() implements Misbehaviour {}

    /** Unplugged: every call says {@code DESTINATION_MISSING}. */
    record Away() implements Misbehaviour {}

    /** Every call fails with the code. */
    record Fails(FaultCode code) implements Misbehaviour {}

    /** A put blocks until it is released or interrupted. */
    record Hangs() implements Misbehaviour {}

    /** A put finds the place full after so many bytes. */
    record FillsUp(long afterBytes) implements Misbehaviour {}

    /** A put stores only the first bytes; the check is asked about them. */
    record Truncates(long toBytes) implements Misbehaviour {}

    /** A put stores the bytes with one bit turned over; the check is asked about them. */
    record FlipsBit(long atByte) implements Misbehaviour {}

    /**
     * A put says that all is well without asking the check.
     *
     * @param storesOtherBytes whether damaged bytes stand there afterwards; else nothing was written at all
     */
    record Lies(boolean storesOtherBytes) implements Misbehaviour {}
}
