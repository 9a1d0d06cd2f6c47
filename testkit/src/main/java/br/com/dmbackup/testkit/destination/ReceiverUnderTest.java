package br.com.dmbackup.testkit.destination;

import br.com.dmbackup.core.destination.ReceivingDestination;
import java.util.List;

/** A receiver as its contract needs it. */
public interface ReceiverUnderTest extends AutoCloseable {
    ReceivingDestination destination();

    /** The names of all archives at the receiver, as they really are, sorted, with {@code /} between parts. */
    List<String> rawNames();

    /** Bytes that have come to the receiver so far. */
    long receivedBytes();

    /** From now on the line breaks after so many more bytes, once. */
    void breakAfter(long bytes);

    /** Unplugs it. */
    void takeAway();

    void bringBack();

    @Override
    void close();
}
