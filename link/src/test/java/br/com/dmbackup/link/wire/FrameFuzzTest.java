package br.com.dmbackup.link.wire;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes come over the link, they end in messages whose bytes are just these, or in a fault. Seeds are read in
 * every build; {@code make fuzz} goes on from them.
 */
class FrameFuzzTest {
    private static final Set<FaultCode> HONEST = EnumSet.of(FaultCode.LINK_GARBLED, FaultCode.LINK_LOST);

    @MethodSource("streams")
    @FuzzTest(maxDuration = "60s")
    void readsAnyStream(byte[] stream) {
        FramedConnection connection = Recorded.connection(stream);
        int at = 0;
        try {
            Optional<Message> message = connection.receiveOrEnd(Recorded.ANY);
            while (message.isPresent()) {
                byte[] bytes = Recorded.frames(message.get());
                assertThat(bytes).isEqualTo(Arrays.copyOfRange(stream, at, at + bytes.length));
                at += bytes.length;
                assertThat(connection.receivedBytes()).isEqualTo(at);
                if (message.get() instanceof Failure failure) {
                    assertThat(failure.fault("fuzz").text(Messages.in(Language.PT_BR))).isNotNull();
                }
                message = connection.receiveOrEnd(Recorded.ANY);
            }
            assertThat(at).isEqualTo(stream.length);
        } catch (BackupFault fault) {
            assertThat(fault.code()).isIn(HONEST);
        }
    }

    static Stream<byte[]> streams() {
        Stream<byte[]> whole = Arrays.stream(MessageKind.values())
                .map(kind -> Recorded.frames(new Invented(kind.number(), 4).message(kind)));
        Stream<byte[]> bare = Arrays.stream(MessageKind.values()).map(kind -> Recorded.frame(8, kind.number()));
        return Stream.concat(Stream.concat(whole, bare),
                Stream.of(new byte[0],
                        Recorded.frames(new Listing.Ask(), new Blocks.Sync(1), new Reading.Open("09h"))));
    }
}
