package br.com.dmbackup.link.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.link.tls.TwoSockets;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Pairing;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PairingTest {
    private final Meeting meeting = new Meeting();

    @Test
    void theRightCodeMakesThemKnowEachOther() throws IOException {
        PairedTerminal terminal = meeting.attempt(Meeting.CODE).join();

        assertThat(terminal).isEqualTo(new PairedTerminal(Meeting.TERMINAL, "Caixa 2", "0.1.1"));
        assertThat(meeting.kept).containsExactly(new PairedServer(Meeting.SERVER, Meeting.FACTS));
        assertThat(meeting.offer.open()).isFalse();
    }

    @Test
    void whoLooksWhileItIsKeptSeesATryUnderWay() throws IOException {
        meeting.keeping = () -> assertThat(meeting.offer.tried()).isEqualTo(!meeting.offer.open()).isTrue();

        assertThat(meeting.attempt(Meeting.CODE).join().pin()).isEqualTo(Meeting.TERMINAL);
        assertThat(meeting.offer.tried()).isFalse();
    }

    @Test
    void aWrongCodeGivesNothingButOneTryLess() throws IOException {
        var wrong = meeting.attempt(Meeting.OTHER_CODE);

        assertFault(wrong, FaultCode.PAIRING_CODE_WRONG);
        assertThat(((BackupFault) TwoSockets.failureOf(wrong)).arguments()).containsExactly(2L);
        assertThat(meeting.kept).isEmpty();
        assertThat(meeting.attempt(Meeting.CODE).join().pin()).isEqualTo(Meeting.TERMINAL);
    }

    @Test
    void threeWrongTriesFromOneAddressAreAllItHas() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertFault(meeting.attempt(Meeting.OTHER_CODE), FaultCode.PAIRING_CODE_WRONG);
        }
        assertFault(meeting.attempt(Meeting.CODE), FaultCode.PAIRING_CODE_EXPIRED);
        assertThat(meeting.kept).isEmpty();
    }

    @Test
    void whoeverUsesUpTriesLeavesThoseOfOtherAddresses() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertFault(meeting.attempt(Meeting.OTHER_CODE), FaultCode.PAIRING_CODE_WRONG);
        }
        meeting.from = "another";

        assertThat(meeting.attempt(Meeting.CODE).join().pin()).isEqualTo(Meeting.TERMINAL);
    }

    @Test
    void manyAddressesTogetherEndTheCodeToo() throws IOException {
        for (int i = 0; i < PairingOffer.ALL_TRIES; i++) {
            assertThat(meeting.offer.open()).isTrue();
            meeting.from = "address " + i / 2;
            assertFault(meeting.attempt(Meeting.OTHER_CODE), FaultCode.PAIRING_CODE_WRONG);
        }
        meeting.from = "another";

        assertThat(meeting.offer.open()).isFalse();
        assertFault(meeting.attempt(Meeting.CODE), FaultCode.PAIRING_CODE_EXPIRED);
    }

    @Test
    void hangingUpBeforeTheProofIsATryToo() throws IOException {
        for (int left = 2; left >= 0; left--) {
            try (var sockets = new TwoSockets()) {
                var there = sockets.atTheCalled(socket -> meeting.answer(Meeting.connection(socket), Meeting.SERVER));
                sockets.atTheCaller(socket -> {
                    Meeting.connection(socket).ask(Meeting.FACTS, Pairing.Ready.class);
                    return closed(socket);
                }).join();
                assertFault(there, FaultCode.LINK_LOST);
            }
            assertThat(meeting.offer.triesLeft("the other")).isEqualTo(left);
        }
        assertFault(meeting.attempt(Meeting.CODE), FaultCode.PAIRING_CODE_EXPIRED);
    }

    @Test
    void anAddressHasOneTryAtATime() throws IOException {
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> meeting.answer(Meeting.connection(socket), Meeting.SERVER));
            FramedConnection slow = sockets.atTheCaller(socket -> {
                FramedConnection link = Meeting.connection(socket);
                link.ask(Meeting.FACTS, Pairing.Ready.class);
                return link;
            }).join();
            assertFault(meeting.attempt(Meeting.CODE), FaultCode.PAIRING_BUSY);
            assertThat(meeting.offer.triesLeft("the other")).as("who found it busy lost no try").isEqualTo(2);
            slow.send(Meeting.FACTS);
            slow.flush();
            assertFault(there, FaultCode.LINK_GARBLED);
        }
        assertThat(meeting.attempt(Meeting.CODE).join().name()).isEqualTo("Caixa 2");
    }

    @Test
    void aCodeIsGoodForOneServer() throws IOException {
        meeting.attempt(Meeting.CODE).join();

        assertFault(meeting.attempt(Meeting.CODE), FaultCode.PAIRING_CODE_EXPIRED);
        assertThat(meeting.kept).hasSize(1);
    }

    @Test
    void aCodeIsGoodForTenMinutes() throws IOException {
        meeting.pass(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(meeting.offer.left()).isEqualTo(Duration.ofSeconds(1));
        assertThat(meeting.offer.open()).isTrue();
        meeting.pass(Duration.ofSeconds(1));

        assertThat(meeting.offer.open()).isFalse();
        assertFault(meeting.attempt(Meeting.CODE), FaultCode.PAIRING_CODE_EXPIRED);
    }

    @Test
    void aTryThatOutlastsTheCodeComesTooLate() throws IOException {
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> meeting.answer(Meeting.connection(socket), Meeting.SERVER));
            var here = sockets.atTheCaller(socket -> {
                FramedConnection link = Meeting.connection(socket);
                Pairing.Ready ready = link.ask(Meeting.FACTS, Pairing.Ready.class);
                meeting.pass(Duration.ofMinutes(11));
                var exchange = new Exchange(Side.SERVER, link,
                        new Transcript(Meeting.SERVER, Meeting.TERMINAL, Meeting.FACTS, ready), Meeting.CODE,
                        Meeting.RANDOM);
                byte[] key = exchange.agree();
                exchange.confirm(key);
                return exchange.confirmed(key);
            });
            assertFault(here, FaultCode.PAIRING_CODE_EXPIRED);
            assertFault(there, FaultCode.PAIRING_CODE_EXPIRED);
            assertThat(meeting.kept).isEmpty();
        }
    }

    @Test
    void aPairingThatCannotBeKeptIsNotToldAsOne() throws IOException {
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> {
                FramedConnection link = Meeting.connection(socket);
                Pairing.Begin begin = link.receive(Pairing.Begin.class);
                return meeting.offer.answer(link, Meeting.SERVER, begin, paired -> {
                    throw BackupFault.of(FaultCode.OUTPUT_FULL, "MCBkp", 1L, 0L);
                });
            });
            var here = sockets.atTheCaller(socket -> new PairingRequest(Meeting.CODE, Meeting.FACTS, Meeting.RANDOM)
                    .run(Meeting.connection(socket), Meeting.SERVER, Meeting.TERMINAL));
            assertFault(there, FaultCode.OUTPUT_FULL);
            sockets.hangUp();
            TwoSockets.failureOf(here);
        }
    }

    @Test
    void aServerOfAnUnheardOfStoreIsRefusedBeforeItTries() throws IOException {
        var nonsense = new Pairing.Begin(1, "0.1.0", "11222333000199", "?", "x", "y", false, 0);
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> meeting.answer(Meeting.connection(socket), Meeting.SERVER));
            sockets.letTheCaller(socket -> Meeting.connection(socket).ask(nonsense, Pairing.Ready.class));
            assertFault(there, FaultCode.LINK_GARBLED);
        }
        assertThat(meeting.offer.triesLeft("the other")).isEqualTo(PairingOffer.TRIES);
    }

    static void assertFault(CompletableFuture<?> work, FaultCode... codes) {
        assertThat(TwoSockets.failureOf(work)).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isIn((Object[]) codes));
    }

    private static Socket closed(Socket socket) {
        try {
            socket.close();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
