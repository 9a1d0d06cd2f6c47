package br.com.dmbackup.link.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Messages of any kind, made up from a seed. */
final class Invented {
    private static final String LETTERS = "aZ9 ãçÉ-_./\\\"'€漢😀";

    private final Random random;
    private final int most;

    /**
     * @param most how many there are of anything that there may be many of
     */
    Invented(long seed, int most) {
        this.random = new Random(seed);
        this.most = most;
    }

    Message message(MessageKind kind) {
        return switch (kind) {
            case FAULT -> new Failure(text(), many(this::argument));
            case HELLO -> new Greeting.Hello(random.nextInt(), text(), text(), text());
            case WELCOME -> new Greeting.Welcome(random.nextInt(), text(), text(), random.nextLong(), length(),
                    length(), maybe(this::text));
            case GOODBYE -> new Greeting.Goodbye();
            case LIST -> new Listing.Ask();
            case ARCHIVES -> new Listing.Archives(random.nextBoolean(), many(this::line));
            case SPACE -> new Room.Ask();
            case SPACE_IS -> new Room.Is(length(), length(), length(), length(), length(), length(), length());
            case HAVE -> new Blocks.Have(many(this::hash));
            case MISSING -> {
                int asked = count();
                yield new Blocks.Missing(asked, bits(asked));
            }
            case PUT_BLOCK -> new Blocks.Put(hash(), random.nextInt(Limits.BLOCK_PLAIN_BYTES + 1), random.nextInt(),
                    bytes());
            case SYNC -> new Blocks.Sync(random.nextLong());
            case SYNCED -> new Blocks.Synced(random.nextLong());
            case COMMIT_BEGIN -> new Commitment.Begin(text(), text(), random.nextLong(), count(), count(), count(),
                    bytes());
            case COMMIT_BLOCKS -> new Commitment.Part(many(this::block));
            case COMMIT_END -> new Commitment.End();
            case WORKING -> new Commitment.Working(length(), length());
            case COMMITTED -> new Commitment.Committed(line());
            case STILL_MISSING -> {
                int named = count();
                yield new Commitment.StillMissing(count(), named, bits(named), random.nextBoolean());
            }
            case OPEN -> new Reading.Open(text());
            case OPENED -> new Reading.Opened(random.nextInt(), length(), random.nextLong());
            case READ -> new Reading.Read(random.nextInt(), length(), random.nextInt(Limits.PIECE_BYTES + 1));
            case BYTES -> new Reading.Bytes(bytes());
            case CLOSE -> new Reading.Close(random.nextInt());
            case KEEP_SETTINGS -> new KeptSettings.Keep(bytes());
            case KEPT -> new KeptSettings.Kept();
            case SETTINGS -> new KeptSettings.Ask();
            case SETTINGS_ARE -> new KeptSettings.Are(random.nextLong(), bytes());
            case PAIR_BEGIN -> new Pairing.Begin(random.nextInt(), text(), text(), text(), text(), text(),
                    random.nextBoolean(), length());
            case PAIR_READY -> new Pairing.Ready(random.nextInt(), text(), text());
            case PAIR_ROUND_1 -> new Pairing.FirstRound(bytes());
            case PAIR_ROUND_2 -> new Pairing.SecondRound(bytes());
            case PAIR_CONFIRM -> new Pairing.Confirmation(hash());
        };
    }

    private ArchiveLine line() {
        ArchiveSort[] sorts = ArchiveSort.values();
        return new ArchiveLine(text(), length(), random.nextLong(), sorts[random.nextInt(sorts.length)],
                maybe(() -> new UUID(random.nextLong(), random.nextLong())), maybe(this::hash));
    }

    private BlockLine block() {
        return new BlockLine(hash(), random.nextInt(Limits.BLOCK_PLAIN_BYTES + 1));
    }

    private FailureArgument argument() {
        return switch (random.nextInt(3)) {
            case 0 -> new FailureArgument.Text(text());
            case 1 -> new FailureArgument.Whole(random.nextLong());
            default -> new FailureArgument.Words(text(), List.of(new FailureArgument.Text(text())));
        };
    }

    private Sha256Hash hash() {
        byte[] value = new byte[Sha256Hash.BYTES];
        random.nextBytes(value);
        return Sha256Hash.of(value);
    }

    private String text() {
        int[] letters = LETTERS.codePoints().toArray();
        return random.ints(random.nextInt(most + 1), 0, letters.length).map(at -> letters[at])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private ByteBuffer bytes() {
        byte[] bytes = new byte[count() * 3];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private BitSet bits(int length) {
        BitSet bits = new BitSet();
        for (int i = 0; i < length; i++) {
            bits.set(i, random.nextBoolean());
        }
        return bits;
    }

    private long length() {
        return random.nextLong() >>> 1;
    }

    private int count() {
        return random.nextInt(most + 1);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> many(Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            values.add(value.get());
        }
        return values;
    }
}
