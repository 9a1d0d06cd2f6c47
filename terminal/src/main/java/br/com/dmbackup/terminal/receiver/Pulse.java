package br.com.dmbackup.terminal.receiver;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long one connection has been waiting for its other side, and how many bytes came meanwhile. Somebody who sends a byte
 * now and then keeps no connection: a message may take as long as silence is allowed, and longer only while bytes come at a
 * rate that a real line has. Thread-safe.
 */
final class Pulse {
    private static final long NANOS = 1_000_000_000;

    private final LongSupplier nanos;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean waits = true;
    private volatile long since;
    private volatile long bytesThen;

    Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** From now on the other side is waited for. */
    void waits() {
        bytesThen = bytes.get();
        since = nanos.getAsLong();
        waits = true;
    }

    /** From now on we are at work ourselves. */
    void works() {
        waits = false;
    }

    boolean tooSlow(Receiver.Bounds bounds) {
        double seconds = (double) (nanos.getAsLong() - since) / NANOS - bounds.idle().toSeconds();
        return waits && seconds > 0 && bytes.get() - bytesThen < seconds * bounds.leastBytesPerSecond();
    }

    boolean olderThan(Duration age) {
        return nanos.getAsLong() - since > age.toNanos();
    }

    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                bytes.incrementAndGet();
                return next;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int count = super.read(target, from, length);
                bytes.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    OutputStream counting(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] source, int from, int length) throws IOException {
                out.write(source, from, length);
                bytes.addAndGet(length);
            }
        };
    }
}
