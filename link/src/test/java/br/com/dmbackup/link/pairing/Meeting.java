package br.com.dmbackup.link.pairing;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.link.tls.LinkIdentity;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.tls.TwoSockets;
import br.com.dmbackup.link.wire.Failure;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Greeting;
import br.com.dmbackup.link.wire.MessageKind;
import br.com.dmbackup.link.wire.Pairing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A terminal that offers, and servers that try, over sockets without TLS: each side is told what pin it saw. */
final class Meeting {
    static final SecureRandom RANDOM = new SecureRandom();
    static final PairingCode CODE = PairingCode.parse("ACDEF-34679");
    static final PairingCode OTHER_CODE = PairingCode.parse("ACDEF-34677");
    static final Pin SERVER = LinkIdentity.create(RANDOM).pin();
    static final Pin TERMINAL = LinkIdentity.create(RANDOM).pin();
    static final Pairing.Begin FACTS = new Pairing.Begin(Greeting.PROTOCOL_VERSION, "0.1.0", "11222333000181",
            "Farmácia São João", "MCDados", "SERVIDOR", false, 40_000_000);

    private final AtomicLong nanos = new AtomicLong();
    final MonotonicSource clock = () -> new MonotonicStamp("boot", nanos.get());
    final PairingOffer offer;
    /** Where the server calls from. */
    volatile String from = "the other";
    /** What happens while a server is kept. */
    volatile Runnable keeping = () -> {};
    final List<PairedServer> kept = new CopyOnWriteArrayList<>();

    Meeting() {
        this(TERMINAL);
    }

    Meeting(Pin terminal) {
        offer = new PairingOffer(CODE, terminal, "Caixa 2", "0.1.1", clock, RANDOM);
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** What the server's try ends with; the terminal's, too, is over then. */
    CompletableFuture<PairedTerminal> attempt(PairingCode typed) throws IOException {
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> answer(connection(socket, from), SERVER));
            var here = sockets.atTheCaller(
                    socket -> new PairingRequest(typed, FACTS, RANDOM).run(connection(socket), SERVER, TERMINAL));
            CompletableFuture.allOf(here, there).exceptionally(failure -> null).join();
            return here;
        }
    }

    /** As a receiver does: reads the first word, and tells the other side of a fault. */
    PairedServer answer(FramedConnection link, Pin seen) {
        try {
            Pairing.Begin begin = (Pairing.Begin) link.receive(MessageKind.OPENING);
            return offer.answer(link, seen, begin, server -> {
                keeping.run();
                kept.add(server);
            });
        } catch (BackupFault fault) {
            link.send(Failure.of(fault));
            link.flush();
            throw fault;
        }
    }

    static FramedConnection connection(Socket socket) {
        return connection(socket, "the other");
    }

    private static FramedConnection connection(Socket socket, String peer) {
        try {
            return new FramedConnection(peer, socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
