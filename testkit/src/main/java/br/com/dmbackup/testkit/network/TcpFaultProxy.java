package br.com.dmbackup.testkit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands on the loopback between whoever calls it and its target. {@link #up} is the direction from the caller to the
 * target, {@link #down} the way back. A connection that is cut is reset at both ends; one whose wires {@link
 * Wire#swallow} or {@link Wire#stall} is what a pulled cable or a dead machine leaves behind: open, and silent.
 */
public final class TcpFaultProxy implements AutoCloseable {
    /** Small buffers of the system, so that what is slow is slow at once. */
    private static final int BUFFER_BYTES = 64 << 10;

    private final ServerSocket listener;
    private final Wire up = new Wire();
    private final Wire down = new Wire();
    private final Set<Carried> carried = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile InetSocketAddress target;
    private volatile boolean refusing;

    private final class Carried {
        private final Socket caller;
        private final Socket called;
        private volatile Thread[] threads = {};

        Carried(Socket caller, Socket called) {
            this.caller = caller;
            this.called = called;
        }

        void start() {
            Thread[] upThreads = new Relay(up, caller, called, this::reset).start();
            Thread[] downThreads = new Relay(down, called, caller, this::reset).start();
            threads = new Thread[]{upThreads[0], upThreads[1], downThreads[0], downThreads[1]};
        }

        void reset() {
            carried.remove(this);
            TcpFaultProxy.reset(caller);
            TcpFaultProxy.reset(called);
            for (Thread thread : threads) {
                thread.interrupt();
            }
        }
    }

    public TcpFaultProxy(InetSocketAddress target) {
        this.target = target;
        try {
            listener = new ServerSocket();
            listener.setReceiveBufferSize(BUFFER_BYTES);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy").start(this::acceptAll);
    }

    /** Where to call it. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** From the caller to the target. */
    public Wire up() {
        return up;
    }

    /** From the target to the caller. */
    public Wire down() {
        return down;
    }

    /** Both directions that slow, and the way there and back together that long. */
    public TcpFaultProxy shape(long bytesPerSecond, Duration roundTrip) {
        for (Wire wire : new Wire[]{up, down}) {
            wire.bandwidth(bytesPerSecond).delay(roundTrip.dividedBy(2));
        }
        return this;
    }

    /** A pulled cable: what is open stays open, and not a byte arrives. */
    public TcpFaultProxy blackHole() {
        up.swallow();
        down.swallow();
        return this;
    }

    /** As new, for the connections that still are. */
    public TcpFaultProxy heal() {
        refusing = false;
        up.heal();
        down.heal();
        return this;
    }

    /** Resets every connection that is open. */
    public void cut() {
        carried.forEach(Carried::reset);
    }

    /** From now on nobody gets through; what is open stays. */
    public TcpFaultProxy refuse() {
        refusing = true;
        return this;
    }

    /** From now on new connections lead there. */
    public TcpFaultProxy lead(InetSocketAddress elsewhere) {
        target = elsewhere;
        return this;
    }

    /** How many connections are open. */
    public int open() {
        return carried.size();
    }

    /** How many connections there have been. */
    public int accepted() {
        return accepted.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                if (refusing) {
                    reset(caller);
                } else {
                    accepted.incrementAndGet();
                    carry(caller);
                }
            } catch (IOException closed) {
                // Asked again by the loop.
            }
        }
    }

    private void carry(Socket caller) {
        Socket called = new Socket();
        try {
            called.setSendBufferSize(BUFFER_BYTES);
            called.connect(target, 5000);
            called.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
        } catch (IOException unreachable) {
            reset(called);
            reset(caller);
            return;
        }
        Carried connection = new Carried(caller, called);
        carried.add(connection);
        connection.start();
        if (listener.isClosed()) {
            connection.reset();
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException closedAlready) {
            // That is all that was wanted.
        }
    }
}
