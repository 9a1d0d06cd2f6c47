package br.com.dmbackup.terminal.receiver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.link.tls.LinkIdentity;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.tls.PinnedTls;
import br.com.dmbackup.link.wire.Failure;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Greeting;
import br.com.dmbackup.link.wire.Message;
import br.com.dmbackup.link.wire.MessageKind;
import br.com.dmbackup.link.wire.Pairing;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.StoreVault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for servers until it is closed. A connection has a place before it has a thread, a thread before it has a
 * handshake, and a session only with a paired key.
 */
public final class Receiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final int BACKLOG = 64;

    private final ServerSocket listening;
    private final PinnedTls tls;
    private final SessionHost host;
    private final PairingDesk pairing;
    private final Bounds bounds;
    private final LongSupplier nanos;
    private volatile long lookedAt;
    private final Guests guests;
    private final PlanTurns turns = new PlanTurns();
    private final ExecutorService sessions = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("session-", 0).factory());
    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("session-watch").factory());

    /**
     * How much of the terminal others may take.
     *
     * @param connections in all
     * @param perAddress from one address
     * @param strangers that have not proven a paired key
     * @param handshake how long proving it may take
     * @param idle how long nothing may come
     * @param leastBytesPerSecond what must come of a message that takes longer than that
     */
    public record Bounds(int connections, int perAddress, int strangers, Duration handshake, Duration idle,
            int leastBytesPerSecond) {
        public static final Bounds USUAL = new Bounds(128, 16, 32, Duration.ofSeconds(15), Duration.ofMinutes(2), 2048);
    }

    private Receiver(ServerSocket listening, LinkIdentity own, SessionHost host, PairingDesk pairing, Bounds bounds,
            LongSupplier nanos) {
        this.listening = listening;
        this.host = host;
        this.pairing = pairing;
        this.bounds = bounds;
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong();
        this.guests = new Guests(bounds);
        this.tls = new PinnedTls(own, pin -> pairing.open() || store(pin).isPresent());
    }

    /**
     * Listens on all addresses of this machine.
     *
     * @param port 0 for any free one
     * @param nanos a clock that nobody can set
     * @throws BackupFault {@code TERMINAL_PORT_TAKEN}
     */
    public static Receiver open(int port, LinkIdentity own, SessionHost host, PairingDesk pairing, Bounds bounds,
            LongSupplier nanos) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(port), BACKLOG);
            Receiver receiver = new Receiver(listening, own, host, pairing, bounds, nanos);
            Thread.ofPlatform().daemon().name("receiver").start(receiver::accept);
            var _ = receiver.watch.scheduleWithFixedDelay(receiver::closeTheSlow, 1, 1, TimeUnit.SECONDS);
            return receiver;
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.TERMINAL_PORT_TAKEN, port, FileWords.of(e)).causedBy(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many are connected. */
    public int connections() {
        return guests.count();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                take(listening.accept());
            } catch (IOException | RuntimeException e) {
                if (!listening.isClosed()) {
                    LOG.warn("a connection could not be taken", e);
                }
            }
        }
    }

    private void take(Socket socket) {
        Pulse pulse = new Pulse(nanos);
        if (guests.enter(socket, pulse)) {
            sessions.execute(() -> serve(socket, pulse));
        } else {
            LOG.debug("no place for {}", socket.getInetAddress());
            close(socket);
        }
    }

    private void serve(Socket socket, Pulse pulse) {
        String peer = socket.getInetAddress().getHostAddress();
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) bounds.handshake().toMillis());
            SSLSocket secret = tls.answer(socket, peer);
            socket.setSoTimeout((int) bounds.idle().toMillis());
            Pin pin = PinnedTls.peerOf(secret);
            Optional<StoreVault> store = store(pin);
            if (store.isPresent()) {
                guests.proven(socket);
            }
            FramedConnection frames = new FramedConnection(peer, pulse.counting(secret.getInputStream()),
                    pulse.counting(secret.getOutputStream()));
            converse(new TimedConnection(frames, pulse), pin, store);
            secret.close();
        } catch (BackupFault ended) {
            LOG.info("{}: {}", peer, ended.getMessage());
        } catch (IOException ended) {
            LOG.info("{}: {}", peer, ended.toString());
        } catch (RuntimeException defect) {
            LOG.error("{}", peer, defect);
        } finally {
            guests.left(socket);
        }
    }

    private void converse(TimedConnection line, Pin pin, Optional<StoreVault> store) {
        EnumSet<MessageKind> opening = EnumSet.noneOf(MessageKind.class);
        if (store.isPresent()) {
            opening.add(MessageKind.HELLO);
        }
        if (pairing.open()) {
            opening.add(MessageKind.PAIR_BEGIN);
        }
        try {
            Message first = line.receive(opening);
            switch (first) {
                case Greeting.Hello hello -> new Session(line, store.orElseThrow(), host, turns).run(hello);
                case Pairing.Begin begin -> pairing.pair(line.frames(), pin, begin);
                default -> throw BackupFault.of(FaultCode.LINK_GARBLED, line.peer(), first.kind().name());
            }
        } catch (BackupFault fault) {
            lastWord(line, fault);
            throw fault;
        }
    }

    /** Nothing more will be read; whether this still arrives is not waited for. */
    private static void lastWord(TimedConnection line, BackupFault fault) {
        if (fault.code() == FaultCode.LINK_GARBLED || !fault.code().name().startsWith("LINK_")) {
            try {
                line.answer(Failure.of(fault));
            } catch (BackupFault gone) {
                LOG.debug("{}", gone.getMessage());
            }
        }
    }

    private Optional<StoreVault> store(Pin pin) {
        try {
            return Optional.of(host.store(pin.toString()));
        } catch (BackupFault unknown) {
            return Optional.empty();
        }
    }

    /** How long ago it last looked for connections that are too slow. */
    public Duration sinceLastLook() {
        return Duration.ofNanos(nanos.getAsLong() - lookedAt);
    }

    private void closeTheSlow() {
        lookedAt = nanos.getAsLong();
        for (Guests.Guest guest : guests.all()) {
            boolean handshakeOver = guest.proven() || !guest.pulse().olderThan(bounds.handshake())
                    || pairing.open();
            if (!handshakeOver || guest.pulse().tooSlow(bounds)) {
                LOG.info("{} was too slow", guest.socket().getInetAddress());
                close(guest.socket());
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.debug("closing", gone);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            LOG.warn("closing", e);
        }
        watch.shutdownNow();
        guests.all().forEach(guest -> close(guest.socket()));
        sessions.shutdownNow();
    }
}
