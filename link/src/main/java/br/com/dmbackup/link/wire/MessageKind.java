package br.com.dmbackup.link.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of message with its number on the wire (stable for ever) and the longest payload that it may have. */
public enum MessageKind {
    FAULT(1, 96 << 10, Failure.class, Failure::readFrom),
    HELLO(2, 4 << 10, Greeting.Hello.class, Greeting.Hello::readFrom),
    WELCOME(3, 4 << 10, Greeting.Welcome.class, Greeting.Welcome::readFrom),
    GOODBYE(4, 0, Greeting.Goodbye.class, Greeting.Goodbye::readFrom),
    LIST(10, 0, Listing.Ask.class, Listing.Ask::readFrom),
    ARCHIVES(11, 2 << 20, Listing.Archives.class, Listing.Archives::readFrom),
    SPACE(12, 0, Room.Ask.class, Room.Ask::readFrom),
    SPACE_IS(13, 56, Room.Is.class, Room.Is::readFrom),
    HAVE(20, 4 + Limits.HASHES * Sha256Hash.BYTES, Blocks.Have.class, Blocks.Have::readFrom),
    MISSING(21, 4 + Limits.HASHES / 8, Blocks.Missing.class, Blocks.Missing::readFrom),
    PUT_BLOCK(22, 40 + Limits.BLOCK_ENCODED_BYTES, Blocks.Put.class, Blocks.Put::readFrom),
    SYNC(23, 8, Blocks.Sync.class, Blocks.Sync::readFrom),
    SYNCED(24, 8, Blocks.Synced.class, Blocks.Synced::readFrom),
    COMMIT_BEGIN(30, (4 << 10) + Limits.PIECE_BYTES, Commitment.Begin.class, Commitment.Begin::readFrom),
    COMMIT_BLOCKS(31, 4 + Limits.BLOCKS * 36, Commitment.Part.class, Commitment.Part::readFrom),
    COMMIT_END(32, 0, Commitment.End.class, Commitment.End::readFrom),
    WORKING(33, 16, Commitment.Working.class, Commitment.Working::readFrom),
    COMMITTED(34, 4 << 10, Commitment.Committed.class, Commitment.Committed::readFrom),
    STILL_MISSING(35, 9 + Limits.HASHES / 8, Commitment.StillMissing.class, Commitment.StillMissing::readFrom),
    OPEN(40, 4 << 10, Reading.Open.class, Reading.Open::readFrom),
    OPENED(41, 20, Reading.Opened.class, Reading.Opened::readFrom),
    READ(42, 16, Reading.Read.class, Reading.Read::readFrom),
    BYTES(43, Limits.PIECE_BYTES, Reading.Bytes.class, Reading.Bytes::readFrom),
    CLOSE(44, 4, Reading.Close.class, Reading.Close::readFrom),
    KEEP_SETTINGS(50, Limits.PIECE_BYTES, KeptSettings.Keep.class, KeptSettings.Keep::readFrom),
    KEPT(51, 0, KeptSettings.Kept.class, KeptSettings.Kept::readFrom),
    SETTINGS(52, 0, KeptSettings.Ask.class, KeptSettings.Ask::readFrom),
    SETTINGS_ARE(53, 8 + Limits.PIECE_BYTES, KeptSettings.Are.class, KeptSettings.Are::readFrom),
    PAIR_BEGIN(60, 8 << 10, Pairing.Begin.class, Pairing.Begin::readFrom),
    PAIR_READY(61, 4 << 10, Pairing.Ready.class, Pairing.Ready::readFrom),
    PAIR_ROUND_1(62, Pairing.ROUND_BYTES, Pairing.FirstRound.class, Pairing.FirstRound::readFrom),
    PAIR_ROUND_2(63, Pairing.ROUND_BYTES, Pairing.SecondRound.class, Pairing.SecondRound::readFrom),
    PAIR_CONFIRM(64, Sha256Hash.BYTES, Pairing.Confirmation.class, Pairing.Confirmation::readFrom);

    private static final Map<Integer, MessageKind> BY_NUMBER = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(MessageKind::number, Function.identity()));
    private static final Map<Class<?>, MessageKind> BY_TYPE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(kind -> kind.type, Function.identity()));

    /** What a terminal takes as the first message of a connection. */
    public static final Set<MessageKind> OPENING = Set.of(HELLO, PAIR_BEGIN);
    /** What a terminal takes from a server that has said {@link #HELLO}. */
    public static final Set<MessageKind> QUESTIONS = Set.of(GOODBYE, LIST, SPACE, HAVE, PUT_BLOCK, SYNC, COMMIT_BEGIN,
            OPEN, READ, CLOSE, KEEP_SETTINGS, SETTINGS);

    private final int number;
    private final int limitBytes;
    private final Class<? extends Message> type;
    /** A reference to a static method, which has no state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<FrameReader, ? extends Message> decoder;

    <M extends Message> MessageKind(int number, int limitBytes, Class<M> type, Function<FrameReader, M> decoder) {
        this.number = number;
        this.limitBytes = limitBytes;
        this.type = type;
        this.decoder = decoder;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The longest payload. */
    public int limitBytes() {
        return limitBytes;
    }

    /** The kind of that sort of message. */
    public static MessageKind of(Class<? extends Message> type) {
        MessageKind kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type.getName());
        }
        return kind;
    }

    static Optional<MessageKind> numbered(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    Message read(FrameReader in) {
        Message message = decoder.apply(in);
        in.requireEnd();
        return message;
    }
}
