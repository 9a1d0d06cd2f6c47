package br.com.dmbackup.link.find;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.StreamFaults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.function.BooleanSupplier;

/**
 * The terminal's ear: answers who looks for this terminal, and while it offers to be paired who looks for any. Questions
 * from outside of local networks, of another length, and beyond twenty a second are not answered.
 */
public final class TerminalBeacon implements AutoCloseable {
    private static final int ANSWERS_PER_SECOND = 20;

    private final Pin own;
    private final String name;
    private final int tcpPort;
    private final BooleanSupplier offering;
    private final Ration ration;
    private final DatagramChannel channel;

    /**
     * Listens, and answers from a thread of its own until it is closed.
     *
     * @param listen where to listen, UDP; port 0 for any
     * @param tcpPort where the terminal is to be called
     * @param offering whether it offers to be paired at the moment
     * @throws BackupFault {@code LINK_LOST} when it cannot listen there
     */
    public TerminalBeacon(InetSocketAddress listen, Pin own, String name, int tcpPort, BooleanSupplier offering,
            MonotonicSource clock) {
        this.own = own;
        this.name = name;
        this.tcpPort = tcpPort;
        this.offering = offering;
        this.ration = new Ration(ANSWERS_PER_SECOND, clock);
        try {
            channel = DatagramChannel.open();
            channel.bind(listen);
        } catch (IOException e) {
            throw StreamFaults.of(listen.toString(), e);
        }
        Thread.ofVirtual().name("beacon").start(this::answerAll);
    }

    /** Where it listens, UDP. */
    public int port() {
        return channel.socket().getLocalPort();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StreamFaults.of(name, e);
        }
    }

    private void answerAll() {
        ByteBuffer datagram = ByteBuffer.allocate(Question.BYTES + 1);
        while (channel.isOpen()) {
            try {
                datagram.clear();
                SocketAddress sender = channel.receive(datagram);
                answer((InetSocketAddress) sender, datagram.flip());
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException unreachable) {
                // One who asked and is gone is no reason to be deaf to the others.
            }
        }
    }

    private void answer(InetSocketAddress sender, ByteBuffer datagram) throws IOException {
        Question question = isLocal(sender.getAddress()) ? Question.parse(datagram).orElse(null) : null;
        if (question != null) {
            Answer answer = new Answer(question.nonce(), own, tcpPort, offering.getAsBoolean(), name);
            if (answer.answers(question) && ration.takeOne()) {
                channel.send(ByteBuffer.wrap(answer.datagram()), sender);
            }
        }
    }

    /** Others have no business here; and a sender can be forged. */
    static boolean isLocal(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
    }
}
