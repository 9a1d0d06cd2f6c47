package br.com.dmbackup.link.find;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.StreamFaults;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Asks the network for terminals. The question is said three times, as datagrams get lost. */
public final class TerminalFinder {
    private static final int TIMES = 3;

    private final Supplier<List<InetSocketAddress>> whom;
    private final MonotonicSource clock;
    private final SecureRandom random;

    /**
     * @param whom whom to ask, looked up anew for each question: {@link LocalNetworks}
     */
    public TerminalFinder(Supplier<List<InetSocketAddress>> whom, MonotonicSource clock, SecureRandom random) {
        this.whom = whom;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The terminals that offer to be paired; waits the whole time.
     *
     * @throws BackupFault {@code LINK_LOST} when there is no network at all
     */
    public List<FoundTerminal> offering(Duration patience) {
        return List.copyOf(ask(Optional.empty(), patience));
    }

    /**
     * Where the terminal with this pin says it is; waits for one answer.
     *
     * @throws BackupFault {@code LINK_LOST} when there is no network at all
     */
    public Optional<FoundTerminal> byPin(Pin pin, Duration patience) {
        return ask(Optional.of(pin), patience).stream().findFirst();
    }

    private Set<FoundTerminal> ask(Optional<Pin> wanted, Duration patience) {
        byte[] nonce = new byte[Question.NONCE_BYTES];
        random.nextBytes(nonce);
        Question question = new Question(nonce, wanted);
        Set<FoundTerminal> found = new LinkedHashSet<>();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(true);
            for (int time = 0; time < TIMES && (wanted.isEmpty() || found.isEmpty()); time++) {
                say(socket, question.datagram());
                listen(socket, question, patience.dividedBy(TIMES), found);
            }
            return found;
        } catch (IOException e) {
            throw StreamFaults.of("UDP", e);
        }
    }

    /** One network that is down is no reason not to ask the others. */
    private void say(DatagramSocket socket, byte[] datagram) throws IOException {
        List<IOException> failures = new ArrayList<>();
        List<InetSocketAddress> addresses = whom.get();
        for (InetSocketAddress address : addresses) {
            try {
                socket.send(new DatagramPacket(datagram, datagram.length, address));
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty() && failures.size() == addresses.size()) {
            throw failures.getFirst();
        }
    }

    private void listen(DatagramSocket socket, Question question, Duration howLong, Set<FoundTerminal> found)
            throws IOException {
        MonotonicStamp begun = clock.now();
        byte[] buffer = new byte[Question.BYTES];
        while (question.wanted().isEmpty() || found.isEmpty()) {
            long left = howLong.minus(clock.now().since(begun).orElse(howLong)).toMillis();
            if (left <= 0) {
                return;
            }
            try {
                socket.setSoTimeout((int) left);
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Answer.parse(ByteBuffer.wrap(buffer, 0, packet.getLength())).filter(it -> it.answers(question))
                        .ifPresent(it -> found.add(it.from(packet.getAddress())));
            } catch (SocketTimeoutException nobody) {
                return;
            }
        }
    }
}
