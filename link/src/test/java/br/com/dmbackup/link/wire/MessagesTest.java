package br.com.dmbackup.link.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private static final Sha256Hash HASH = Sha256Hash.of(new byte[32]);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void arrivesAsItWasSent(long seed) {
        var invented = new Invented(seed, 12);
        for (MessageKind kind : MessageKind.values()) {
            Message message = invented.message(kind);
            byte[] bytes = Recorded.frames(message);
            assertThat(Recorded.first(bytes)).as("%s of seed %d", kind, seed).contains(message);
            assertThat(bytes).hasSize(5 + FrameWriter.payloadOf(message).length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNumbersThatAreNobodyElses(MessageKind kind) {
        assertThat(MessageKind.numbered(kind.number())).contains(kind);
        assertThat(new Invented(1, 3).message(kind).kind()).isEqualTo(kind);
    }

    /** What the records allow, the frames' limits must not forbid. */
    @Test
    void theLongestOfEachFits() {
        String name = "n".repeat(Limits.NAME_BYTES);
        ArchiveLine line = new ArchiveLine(name, Long.MAX_VALUE, Long.MIN_VALUE, ArchiveSort.DAILY,
                Optional.of(new UUID(1, 2)), Optional.of(HASH));
        FailureArgument words = new FailureArgument.Words(name,
                Collections.nCopies(4, new FailureArgument.Text(name)));
        for (Message message : List.of(new Greeting.Hello(1, name, name, name),
                new Greeting.Welcome(1, name, name, 0, 0, 0, Optional.of(name)),
                new Failure("c".repeat(64), Collections.nCopies(16, words)),
                new Listing.Archives(true, Collections.nCopies(Limits.LINES, line)), new Commitment.Committed(line),
                new Blocks.Have(Collections.nCopies(Limits.HASHES, HASH)),
                new Blocks.Missing(Limits.HASHES, new BitSet()),
                new Blocks.Put(HASH, Limits.BLOCK_PLAIN_BYTES, 0, ByteBuffer.allocate(Limits.BLOCK_ENCODED_BYTES)),
                new Commitment.Begin(name, name, 0, 1, 1, 1, ByteBuffer.allocateDirect(Limits.PIECE_BYTES)),
                new Commitment.Part(
                        Collections.nCopies(Limits.BLOCKS, new BlockLine(HASH, Limits.BLOCK_PLAIN_BYTES))),
                new Commitment.StillMissing(1, Limits.HASHES, new BitSet(), true),
                new Reading.Bytes(ByteBuffer.allocate(Limits.PIECE_BYTES)), new Reading.Open(name),
                new KeptSettings.Are(1, ByteBuffer.allocate(Limits.PIECE_BYTES)),
                new Pairing.Begin(1, name, name, name, name, name, true, Long.MAX_VALUE),
                new Pairing.Ready(1, name, name))) {
            assertThat(Recorded.first(Recorded.frames(message))).contains(message);
        }
    }

    @Test
    void whatAReaderWouldRefuseIsNotSent() {
        for (Message message : List.of(new Reading.Open("n".repeat(Limits.NAME_BYTES + 1)), new Reading.Open("\ud800"),
                new Reading.Read(1, 0, Limits.PIECE_BYTES + 1), new Reading.Read(1, 0, -1),
                new Reading.Bytes(ByteBuffer.allocate(Limits.PIECE_BYTES + 1)),
                new Blocks.Missing(1, BitSet.valueOf(new long[]{2})),
                new Blocks.Have(Collections.nCopies(Limits.HASHES + 1, HASH)))) {
            assertThatThrownBy(() -> Recorded.frames(message)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void controlCharactersDoNotCross() {
        byte[] sent = Recorded.frames(new Reading.Open("a\u001b[2Jb\nc\u009bd"));

        assertThat(Recorded.first(sent)).contains(new Reading.Open("a [2Jb c d"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }
}
