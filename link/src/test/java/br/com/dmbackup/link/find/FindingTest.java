package br.com.dmbackup.link.find;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.installation.SystemMonotonicSource;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.link.tls.LinkIdentity;
import br.com.dmbackup.link.tls.Pin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real datagrams, over the loopback alone. */
@Timeout(60)
class FindingTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration PATIENCE = Duration.ofSeconds(9);
    private static final Duration SHORT = Duration.ofMillis(450);
    private static final MonotonicSource CLOCK = new SystemMonotonicSource();
    private static final Pin PIN = LinkIdentity.create(RANDOM).pin();
    private static final Pin OTHER = LinkIdentity.create(RANDOM).pin();

    private final AtomicBoolean offering = new AtomicBoolean();
    private final List<TerminalBeacon> beacons = new ArrayList<>();
    private final List<InetSocketAddress> asked = new ArrayList<>();
    private final TerminalFinder finder = new TerminalFinder(() -> asked, CLOCK, RANDOM);

    @AfterEach
    void silence() {
        beacons.forEach(TerminalBeacon::close);
    }

    @Test
    void whoOffersToBePairedIsFoundByAnybody() {
        TerminalBeacon beacon = beacon("127.0.0.1", PIN, "Caixa 2", 5001);
        assertThat(finder.offering(SHORT)).isEmpty();

        offering.set(true);
        assertThat(finder.offering(SHORT)).containsExactly(
                new FoundTerminal("Caixa 2", PIN, at("127.0.0.1", 5001), true));
        beacon.close();
        assertThat(finder.offering(SHORT)).isEmpty();
    }

    @Test
    void everyOneThatOffersIsFound() {
        offering.set(true);
        beacon("127.0.0.1", PIN, "Caixa 2", 5001);
        beacon("127.0.0.2", OTHER, "Escritório", 5002);

        assertThat(finder.offering(SHORT)).extracting(FoundTerminal::name).containsExactlyInAnyOrder("Caixa 2",
                "Escritório");
    }

    @Test
    void theOneThatWasPairedIsFoundByItsPinThoughItOffersNothing() {
        beacon("127.0.0.1", OTHER, "Escritório", 5002);
        beacon("127.0.0.1", PIN, "Caixa 2", 5001);

        assertThat(finder.byPin(PIN, PATIENCE)).map(FoundTerminal::name).contains("Caixa 2");
        assertThat(finder.byPin(LinkIdentity.create(RANDOM).pin(), SHORT)).isEmpty();
    }

    @Test
    void isFoundAgainAtAnotherAddress() {
        TerminalBeacon before = beacon("127.0.0.1", PIN, "Caixa 2", 5001);
        assertThat(finder.byPin(PIN, PATIENCE)).map(FoundTerminal::address)
                .contains(at("127.0.0.1", 5001));
        before.close();
        beacon("127.0.0.3", PIN, "Caixa 2", 5009);

        assertThat(finder.byPin(PIN, PATIENCE)).map(FoundTerminal::address)
                .contains(at("127.0.0.3", 5009));
    }

    @Test
    void aLostDatagramIsNoLostTerminal() throws Exception {
        try (var deaf = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            asked.add((InetSocketAddress) deaf.getLocalSocketAddress());
            Thread late = Thread.ofVirtual().start(() -> {
                int heard = 0;
                byte[] buffer = new byte[Question.BYTES];
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                try {
                    while (heard++ < 2) {
                        deaf.receive(packet);
                    }
                    Question question = Question.parse(ByteBuffer.wrap(buffer)).orElseThrow();
                    byte[] answer = new Answer(question.nonce(), PIN, 7, false, "Caixa 2").datagram();
                    deaf.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(finder.byPin(PIN, Duration.ofMillis(900))).isPresent();
            late.join();
        }
    }

    @Test
    void answersToOtherQuestionsAndOfOtherTerminalsAreNotHeard() {
        Question question = new Question(new byte[16], Optional.of(PIN));

        assertThat(new Answer(new byte[16], PIN, 1, false, "x").answers(question)).isTrue();
        assertThat(new Answer(new byte[16], OTHER, 1, true, "x").answers(question)).isFalse();
        byte[] nonce = new byte[16];
        nonce[15] = 1;
        assertThat(new Answer(nonce, PIN, 1, true, "x").answers(question)).isFalse();
    }

    @Test
    void noAnswerIsLongerThanItsQuestionAndJunkGetsNone() throws IOException {
        String longName = "Ã".repeat(300);
        TerminalBeacon beacon = beacon("127.0.0.1", PIN, longName, 5001);
        byte[] question = new Question(new byte[16], Optional.of(PIN)).datagram();
        List<byte[]> answers = ask(beacon, List.of(Arrays.copyOf(question, 54), Arrays.copyOf(question, 255),
                Arrays.copyOf(question, 257), new byte[256], question));

        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().length).isLessThanOrEqualTo(question.length);
        assertThat(Answer.parse(ByteBuffer.wrap(answers.getFirst()))).map(Answer::name)
                .contains("Ã".repeat(60));
    }

    @Test
    void whoAsksTooOftenWaits() throws IOException {
        AtomicLong nanos = new AtomicLong();
        TerminalBeacon beacon = new TerminalBeacon(at("127.0.0.1", 0), PIN, "Caixa 2", 1,
                () -> false, () -> new MonotonicStamp("boot", nanos.get()));
        beacons.add(beacon);
        byte[] question = new Question(new byte[16], Optional.of(PIN)).datagram();
        List<byte[]> many = Collections.nCopies(60, question);

        assertThat(ask(beacon, many)).hasSize(20);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(ask(beacon, many)).hasSize(20);
    }

    @Test
    void onlyLocalNetworksAreAnswered() {
        for (String local : List.of("127.0.0.1", "10.1.2.3", "192.168.0.7", "172.16.9.9", "169.254.3.3")) {
            assertThat(TerminalBeacon.isLocal(InetAddress.ofLiteral(local))).as(local).isTrue();
        }
        for (String far : List.of("8.8.8.8", "172.32.0.1", "203.0.113.9")) {
            assertThat(TerminalBeacon.isLocal(InetAddress.ofLiteral(far))).as(far).isFalse();
        }
    }

    /** Looked at, not sent to. */
    @Test
    void everybodyInReachIncludesThisMachineAndNobodyTwice() {
        List<InetSocketAddress> all = new LocalNetworks(LinkPort.DEFAULT).get();

        assertThat(all).doesNotHaveDuplicates()
                .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), LinkPort.DEFAULT));
    }

    @Test
    void damagedDatagramsAreNothing() {
        byte[] answer = new Answer(new byte[16], PIN, 5001, true, "Caixa").datagram();
        for (int length = 0; length < answer.length; length++) {
            assertThat(Answer.parse(ByteBuffer.wrap(answer, 0, length))).isEmpty();
        }
        assertThat(Answer.parse(ByteBuffer.wrap(answer))).isPresent();
        assertThat(Question.parse(ByteBuffer.wrap(answer))).isEmpty();
    }

    private TerminalBeacon beacon(String address, Pin pin, String name, int port) {
        TerminalBeacon beacon = new TerminalBeacon(at(address, 0), pin, name, port, offering::get,
                CLOCK);
        beacons.add(beacon);
        asked.add(at(address, beacon.port()));
        return beacon;
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    private static List<byte[]> ask(TerminalBeacon beacon, List<byte[]> datagrams) throws IOException {
        List<byte[]> answers = new ArrayList<>();
        try (var socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            for (byte[] datagram : datagrams) {
                socket.send(new DatagramPacket(datagram, datagram.length,
                        at("127.0.0.1", beacon.port())));
            }
            socket.setSoTimeout(300);
            byte[] buffer = new byte[1024];
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                answers.add(Arrays.copyOf(buffer, packet.getLength()));
            }
        } catch (SocketTimeoutException end) {
            return answers;
        }
    }
}
