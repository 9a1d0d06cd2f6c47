package br.com.dmbackup.link.wire;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to the bytes of a message: another message that was meant so, or an honest fault. */
class DamagedFramesTest {
    private static final Set<FaultCode> HONEST = Set.of(FaultCode.LINK_GARBLED, FaultCode.LINK_LOST);

    @ParameterizedTest
    @EnumSource
    void aCutIsNoticedWhereverItFalls(MessageKind kind) {
        byte[] whole = Recorded.frames(new Invented(7, 5).message(kind));
        for (int length = 1; length < whole.length; length++) {
            assertThat(codeOf(Arrays.copyOf(whole, length))).as("cut at %d", length).contains(FaultCode.LINK_LOST);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFlippedBitGivesAnotherMessageOrAFault(MessageKind kind) {
        Message original = new Invented(11, 5).message(kind);
        byte[] whole = Recorded.frames(original);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                Message read = Recorded.first(damaged).orElseThrow();
                assertThat(read).as("bit %d", bit).isNotEqualTo(original);
                assertThat(Recorded.frames(read)).as("bit %d", bit).isEqualTo(Arrays.copyOf(damaged,
                        Recorded.frames(read).length));
            } catch (BackupFault fault) {
                assertThat(fault.code()).as("bit %d", bit).isIn(HONEST);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsAPayloadInItsFrameIsRefused(MessageKind kind) {
        byte[] payload = FrameWriter.payloadOf(new Invented(3, 4).message(kind));
        byte[] frame = Recorded.frame(payload.length + 1, kind.number(), Arrays.copyOf(payload, payload.length + 1));
        boolean endsWithBytes = Set.of(MessageKind.PUT_BLOCK, MessageKind.COMMIT_BEGIN, MessageKind.BYTES,
                MessageKind.KEEP_SETTINGS, MessageKind.SETTINGS_ARE, MessageKind.PAIR_ROUND_1,
                MessageKind.PAIR_ROUND_2).contains(kind);

        assertThat(codeOf(frame)).isEqualTo(
                endsWithBytes ? Optional.empty() : Optional.of(FaultCode.LINK_GARBLED));
    }

    @ParameterizedTest
    @EnumSource
    void anAnnouncedLengthBeyondTheLimitIsRefusedUnread(MessageKind kind) {
        for (int length : new int[]{kind.limitBytes() + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            byte[] frame = Recorded.frame(length, kind.number());
            long before = allocated();
            assertThat(codeOf(frame)).contains(FaultCode.LINK_GARBLED);
            assertThat(allocated() - before).isLessThan(1 << 20);
        }
    }

    @Test
    void aLengthThatIsOnlyAnnouncedTakesLittleMemory() {
        byte[] frame = Recorded.frame(MessageKind.PUT_BLOCK.limitBytes(), MessageKind.PUT_BLOCK.number(), (byte) 1);
        codeOf(frame);
        long before = allocated();

        assertThat(codeOf(frame)).contains(FaultCode.LINK_LOST);
        assertThat(allocated() - before).isLessThan(256 << 10);
    }

    @Test
    void aListThatIsOnlyAnnouncedTakesLittleMemory() {
        byte[] frame = Recorded.frame(4, MessageKind.HAVE.number(), (byte) 0, (byte) 0, (byte) 0x80, (byte) 0);
        codeOf(frame);
        long before = allocated();

        assertThat(codeOf(frame)).contains(FaultCode.LINK_GARBLED);
        assertThat(allocated() - before).isLessThan(64 << 10);
    }

    private static Optional<FaultCode> codeOf(byte[] bytes) {
        try {
            Recorded.first(bytes);
            return Optional.empty();
        } catch (BackupFault fault) {
            return Optional.of(fault.code());
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
