package br.com.dmbackup.link.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FramedConnectionTest {
    @Test
    void readsMessagesOneAfterTheOtherAndThenTheEnd() {
        FramedConnection connection = Recorded
                .connection(Recorded.frames(new Blocks.Sync(7), new Listing.Ask(), new Greeting.Goodbye()));

        assertThat(connection.receive(Recorded.ANY)).isEqualTo(new Blocks.Sync(7));
        assertThat(connection.receive(Recorded.ANY)).isEqualTo(new Listing.Ask());
        assertThat(connection.receive(Recorded.ANY)).isEqualTo(new Greeting.Goodbye());
        assertThat(connection.receiveOrEnd(Recorded.ANY)).isEmpty();
        assertThat(connection.receivedBytes()).isEqualTo(13 + 5 + 5);
        assertFault(FaultCode.LINK_LOST, () -> connection.receive(Recorded.ANY));
    }

    @Test
    void refusesKindsThatNobodyKnows() {
        assertFault(FaultCode.LINK_GARBLED, () -> Recorded.first(Recorded.frame(0, 0)));
        assertFault(FaultCode.LINK_GARBLED, () -> Recorded.first(Recorded.frame(0, 255)));
    }

    @Test
    void refusesWhatMayNotComeNow() {
        byte[] block = Recorded.frames(new Blocks.Put(Sha256Hash.of(new byte[32]), 1, 1, ByteBuffer.allocate(3)));

        assertFault(FaultCode.LINK_GARBLED, () -> Recorded.connection(block).receive(MessageKind.OPENING));
        assertThat(Recorded.connection(block).receive(MessageKind.QUESTIONS)).isInstanceOf(Blocks.Put.class);
    }

    @Test
    void aServerHasNoWordForTakingAnythingAway() {
        assertThat(MessageKind.QUESTIONS).doesNotContain(MessageKind.COMMIT_BLOCKS, MessageKind.COMMIT_END)
                .isEqualTo(EnumSet.of(MessageKind.GOODBYE, MessageKind.LIST, MessageKind.SPACE, MessageKind.HAVE,
                        MessageKind.PUT_BLOCK, MessageKind.SYNC, MessageKind.COMMIT_BEGIN, MessageKind.OPEN,
                        MessageKind.READ, MessageKind.CLOSE, MessageKind.KEEP_SETTINGS, MessageKind.SETTINGS));
    }

    @Test
    void refusesTextThatIsNone() {
        assertFault(FaultCode.LINK_GARBLED, () -> open((byte) 0xc3));
        assertFault(FaultCode.LINK_GARBLED, () -> open((byte) 0xc0, (byte) 0x80));
        assertFault(FaultCode.LINK_GARBLED, () -> open((byte) 0xed, (byte) 0xa0, (byte) 0x80));
        assertFault(FaultCode.LINK_GARBLED, () -> open((byte) 0x1b));
        assertFault(FaultCode.LINK_GARBLED, () -> open((byte) 0xc2, (byte) 0x9b));
        assertThat(open((byte) 0xc3, (byte) 0xa3)).isEqualTo(new Reading.Open("ã"));
    }

    @Test
    void aFailureInTheAnswersPlaceIsThrown() {
        byte[] failure = Recorded.frames(Failure.of(BackupFault.of(FaultCode.DESTINATION_FULL, "MCBkp", 5L, 3L)));

        assertThatThrownBy(() -> Recorded.connection(failure).ask(new Listing.Ask(), Listing.Archives.class))
                .isInstanceOfSatisfying(BackupFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(FaultCode.DESTINATION_FULL);
                    assertThat(fault.arguments()).containsExactly("MCBkp", 5L, 3L);
                });
    }

    @Test
    void silenceAndASuddenEndAreToldApart() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var calling = new Socket(listener.getInetAddress(), listener.getLocalPort());
                var called = listener.accept()) {
            called.setSoTimeout(50);
            var connection = new FramedConnection("test", called.getInputStream(), called.getOutputStream());
            assertFault(FaultCode.LINK_SILENT, () -> connection.receive(Recorded.ANY));

            calling.getOutputStream().write(new byte[]{0, 0, 0});
            calling.shutdownOutput();
            var after = new FramedConnection("test", called.getInputStream(), called.getOutputStream());
            assertFault(FaultCode.LINK_LOST, () -> after.receive(Recorded.ANY));
        }
    }

    private static Message open(byte... utf8) {
        byte[] payload = ByteBuffer.allocate(2 + utf8.length).putShort((short) utf8.length).put(utf8).array();
        return Recorded.connection(Recorded.frame(payload.length, MessageKind.OPEN.number(), payload))
                .receive(Set.of(MessageKind.OPEN));
    }

    private static void assertFault(FaultCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
