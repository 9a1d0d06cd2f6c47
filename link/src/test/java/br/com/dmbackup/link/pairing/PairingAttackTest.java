package br.com.dmbackup.link.pairing;

import static br.com.dmbackup.link.pairing.PairingTest.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.link.tls.LinkIdentity;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.tls.PinnedTls;
import br.com.dmbackup.link.tls.TwoSockets;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Message;
import br.com.dmbackup.link.wire.MessageKind;
import br.com.dmbackup.link.wire.Pairing;
import br.com.dmbackup.link.wire.Sha256Hash;
import br.com.dmbackup.protocol.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.crypto.CryptoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody on the store's network can do while a code is on the screen. */
@Timeout(60)
class PairingAttackTest {
    private static final Pin ATTACKER = LinkIdentity.create(Meeting.RANDOM).pin();

    @Test
    void whatWasRecordedIsOfNoUse() throws IOException {
        var recording = new ByteArrayOutputStream();
        Meeting meeting = new Meeting();
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> meeting.answer(Meeting.connection(socket), Meeting.SERVER));
            sockets.atTheCaller(socket -> new PairingRequest(Meeting.CODE, Meeting.FACTS, Meeting.RANDOM)
                    .run(recorded(socket, recording), Meeting.SERVER, Meeting.TERMINAL)).join();
            there.join();
        }
        Meeting again = new Meeting();
        var replayed = new FramedConnection("replay", new ByteArrayInputStream(recording.toByteArray()),
                OutputStream.nullOutputStream());

        assertFault(CompletableFuture.supplyAsync(() -> again.answer(replayed, Meeting.SERVER)),
                FaultCode.PAIRING_INTERFERED);
        assertThat(again.kept).isEmpty();
    }

    /** Both see the attacker's key, and what they prove holds for the keys that they saw. */
    @Test
    void whoPassesOnEveryWordUnderHisOwnKeyIsFound() throws IOException {
        assertThatNobodyIsPairedThrough(message -> message, ATTACKER, ATTACKER);
    }

    @Test
    void oneKeyExchangedAtOneSideIsFound() throws IOException {
        assertThatNobodyIsPairedThrough(message -> message, Meeting.SERVER, ATTACKER);
        assertThatNobodyIsPairedThrough(message -> message, ATTACKER, Meeting.TERMINAL);
    }

    @Test
    void anotherStoreOrPurposePutInItsPlaceIsFound() throws IOException {
        assertThatNobodyIsPairedThrough(message -> message instanceof Pairing.Begin it
                ? new Pairing.Begin(it.protocolVersion(), it.programVersion(), it.cnpj(), it.storeName(),
                        it.database(), it.serverName(), true, it.archiveBytes())
                : message, Meeting.SERVER, Meeting.TERMINAL);
    }

    @Test
    void aProofThatIsAlteredIsFound() throws IOException {
        assertThatNobodyIsPairedThrough(message -> message instanceof Pairing.FirstRound it
                ? new Pairing.FirstRound(flipped(it.payload(), 70))
                : message, Meeting.SERVER, Meeting.TERMINAL);
    }

    /** The same over real TLS, with a key that TLS itself has proven. */
    @Test
    void aManInTheMiddleOfTlsIsFound() throws IOException {
        LinkIdentity server = LinkIdentity.create(Meeting.RANDOM);
        LinkIdentity middle = LinkIdentity.create(Meeting.RANDOM);
        LinkIdentity terminal = LinkIdentity.create(Meeting.RANDOM);
        try (var left = new TwoSockets(); var right = new TwoSockets()) {
            var toServer = left.atTheCalled(socket -> new PinnedTls(middle, any -> true).answer(socket, "server"));
            var toTerminal = right.atTheCaller(socket -> new PinnedTls(middle, any -> true).call(socket, "terminal"));
            var there = right.atTheCalled(socket -> {
                SSLSocket tls = new PinnedTls(terminal, any -> true).answer(socket, "server");
                return new Meeting(terminal.pin()).answer(Meeting.connection(tls), PinnedTls.peerOf(tls));
            });
            var here = left.atTheCaller(socket -> {
                SSLSocket tls = new PinnedTls(server, any -> true).call(socket, "terminal");
                return new PairingRequest(Meeting.CODE, Meeting.FACTS, Meeting.RANDOM).run(Meeting.connection(tls),
                        server.pin(), PinnedTls.peerOf(tls));
            });
            pass(toServer.join(), toTerminal.join());
            assertFault(there, FaultCode.PAIRING_INTERFERED);
            assertFault(here, FaultCode.PAIRING_INTERFERED);
        }
    }

    @Test
    void twoWhoSeeTheSameOverTlsArePaired() throws IOException {
        LinkIdentity server = LinkIdentity.create(Meeting.RANDOM);
        LinkIdentity terminal = LinkIdentity.create(Meeting.RANDOM);
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> {
                SSLSocket tls = new PinnedTls(terminal, any -> true).answer(socket, "server");
                return new Meeting(terminal.pin()).answer(Meeting.connection(tls), PinnedTls.peerOf(tls));
            });
            var here = sockets.atTheCaller(socket -> {
                SSLSocket tls = new PinnedTls(server, any -> true).call(socket, "terminal");
                return new PairingRequest(Meeting.CODE, Meeting.FACTS, Meeting.RANDOM).run(Meeting.connection(tls),
                        server.pin(), PinnedTls.peerOf(tls));
            });
            assertThat(here.join().pin()).isEqualTo(terminal.pin());
            assertThat(there.join().pin()).isEqualTo(server.pin());
        }
    }

    /**
     * A false terminal gets the server to type its code, and guesses wrong. With all it heard and all its own secrets it
     * then tries the right code at home, where nobody counts: it cannot see that it is the right one. Had it guessed
     * right at once, it could.
     */
    @Test
    void aFalseTerminalCannotGoOnGuessingAtHome() throws Exception {
        assertThat(recognisedAtHome(Meeting.CODE, Meeting.CODE)).as("the test itself can see").isTrue();
        assertThat(recognisedAtHome(Meeting.OTHER_CODE, Meeting.CODE)).isFalse();
        assertThat(recognisedAtHome(Meeting.OTHER_CODE, Meeting.OTHER_CODE)).isFalse();
    }

    /** Points that are none, and the neutral one, are refused and not reckoned with. */
    @Test
    void pointsOffTheCurveAreRefused() {
        for (byte first : new byte[]{0, 1, 2, 3, 4, 5, -1}) {
            byte[] payload = new byte[196];
            Arrays.fill(payload, (byte) 0xff);
            payload[0] = first;
            var juggling = new Juggling("terminal", "server", Meeting.CODE, Meeting.RANDOM);
            juggling.firstRound();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> juggling.takeFirstRound(payload))
                    .isInstanceOf(CryptoException.class);
        }
    }

    private boolean recognisedAtHome(PairingCode guessed, PairingCode triedAtHome) throws Exception {
        Pairing.Ready ready = new Pairing.Ready(1, "0.1.1", "Caixa 2");
        try (var sockets = new TwoSockets()) {
            var here = sockets.atTheCaller(socket -> new PairingRequest(Meeting.CODE, Meeting.FACTS, Meeting.RANDOM)
                    .run(Meeting.connection(socket), Meeting.SERVER, ATTACKER));
            List<Message> heard = sockets.atTheCalled(socket -> impostor(Meeting.connection(socket), ready, guessed))
                    .join();
            sockets.hangUp();
            TwoSockets.failureOf(here);
            var transcript = new Transcript(Meeting.SERVER, ATTACKER, Meeting.FACTS, ready);
            var atHome = new Juggling(transcript.nameOf(Side.TERMINAL), transcript.nameOf(Side.SERVER), triedAtHome,
                    new Foreseeable());
            byte[] firstHeard = bytes(((Pairing.FirstRound) heard.get(0)).payload());
            byte[] secondHeard = bytes(((Pairing.SecondRound) heard.get(1)).payload());
            var asSaid = new Juggling(transcript.nameOf(Side.TERMINAL), transcript.nameOf(Side.SERVER), guessed,
                    new Foreseeable());
            transcript.add(firstHeard);
            transcript.add(asSaid.firstRound());
            asSaid.takeFirstRound(firstHeard);
            transcript.add(secondHeard);
            transcript.add(asSaid.secondRound());
            atHome.firstRound();
            atHome.takeFirstRound(firstHeard);
            atHome.secondRound();
            atHome.takeSecondRound(secondHeard);
            Sha256Hash tag = ((Pairing.Confirmation) heard.get(2)).tag();
            return tag.equals(transcript.tag(Side.SERVER, atHome.keyingMaterial()));
        }
    }

    /** Plays the terminal with numbers that it can make again, and keeps what it heard. */
    private static List<Message> impostor(FramedConnection link, Pairing.Ready ready, PairingCode guessed) {
        link.receive(Pairing.Begin.class);
        link.send(ready);
        link.flush();
        var transcript = new Transcript(Meeting.SERVER, ATTACKER, Meeting.FACTS, ready);
        var juggling = new Juggling(transcript.nameOf(Side.TERMINAL), transcript.nameOf(Side.SERVER), guessed,
                new Foreseeable());
        List<Message> heard = new ArrayList<>();
        try {
            heard.add(link.receive(Pairing.FirstRound.class));
            link.send(new Pairing.FirstRound(ByteBuffer.wrap(juggling.firstRound())));
            link.flush();
            juggling.takeFirstRound(bytes(((Pairing.FirstRound) heard.get(0)).payload()));
            heard.add(link.receive(Pairing.SecondRound.class));
            link.send(new Pairing.SecondRound(ByteBuffer.wrap(juggling.secondRound())));
            link.flush();
            heard.add(link.receive(Pairing.Confirmation.class));
            return heard;
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertThatNobodyIsPairedThrough(UnaryOperator<Message> altered, Pin terminalSees, Pin serverSees)
            throws IOException {
        Meeting fresh = new Meeting();
        try (var left = new TwoSockets(); var right = new TwoSockets()) {
            var there = right.atTheCalled(socket -> fresh.answer(Meeting.connection(socket), terminalSees));
            var here = left.atTheCaller(socket -> new PairingRequest(Meeting.CODE, Meeting.FACTS, Meeting.RANDOM)
                    .run(Meeting.connection(socket), Meeting.SERVER, serverSees));
            FramedConnection toServer = left.atTheCalled(Meeting::connection).join();
            FramedConnection toTerminal = right.atTheCaller(Meeting::connection).join();
            carry(toServer, toTerminal, altered);
            carry(toTerminal, toServer, UnaryOperator.identity());
            assertFault(there, FaultCode.PAIRING_INTERFERED, FaultCode.PAIRING_CODE_WRONG);
            assertFault(here, FaultCode.PAIRING_INTERFERED, FaultCode.PAIRING_CODE_WRONG);
            assertThat(fresh.kept).isEmpty();
        }
    }

    private static void carry(FramedConnection from, FramedConnection to, UnaryOperator<Message> altered) {
        Thread.ofVirtual().start(() -> {
            while (true) {
                to.send(altered.apply(from.receive(Set.of(MessageKind.values()))));
                to.flush();
            }
        }).setUncaughtExceptionHandler((thread, end) -> {});
    }

    private static void pass(Socket one, Socket other) {
        for (Socket[] way : new Socket[][]{{one, other}, {other, one}}) {
            Thread.ofVirtual().start(() -> {
                try {
                    way[0].getInputStream().transferTo(way[1].getOutputStream());
                } catch (IOException end) {
                    // The test is over.
                }
            });
        }
    }

    private static FramedConnection recorded(Socket socket, OutputStream recording) {
        try {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            return new FramedConnection("recorded", in, new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[]{(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    recording.write(bytes, offset, length);
                    out.write(bytes, offset, length);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer flipped(ByteBuffer payload, int at) {
        byte[] bytes = bytes(payload);
        bytes[at] ^= 1;
        return ByteBuffer.wrap(bytes);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** Always the same numbers. */
    private static final class Foreseeable extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final Random numbers = new Random(4711);

        @Override
        public void nextBytes(byte[] bytes) {
            numbers.nextBytes(bytes);
        }
    }
}
