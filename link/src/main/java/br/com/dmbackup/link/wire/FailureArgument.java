package br.com.dmbackup.link.wire;

import br.com.dmbackup.protocol.Phrase;
import java.util.List;

/** An argument of a fault's texts. Whole numbers stay numbers, so that the other side can write them as its people do. */
public sealed interface FailureArgument {
    /** Longest text, in characters; longer ones are cut. */
    int CHARACTERS = 200;

    /** As the texts take it. */
    Object value();

    void writeTo(FrameWriter out);

    /** Anything else, in its own words. */
    record Text(String value) implements FailureArgument {
        @Override
        public void writeTo(FrameWriter out) {
            out.int8(0).text(value, Limits.NAME_BYTES);
        }
    }

    /** A whole number. */
    record Whole(Long value) implements FailureArgument {
        @Override
        public void writeTo(FrameWriter out) {
            out.int8(1).int64(value);
        }
    }

    /**
     * Something that the other side says in its own language.
     *
     * @param key of the words that all programs share
     * @param arguments of that text, at most 4, texts and numbers
     */
    record Words(String key, List<FailureArgument> arguments) implements FailureArgument {
        private static final int ARGUMENTS = 4;

        public Words {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Object value() {
            return Phrase.of(key, arguments.stream().map(FailureArgument::value).toArray());
        }

        @Override
        public void writeTo(FrameWriter out) {
            out.int8(2).text(key, Limits.NAME_BYTES).list(arguments, ARGUMENTS,
                    (writer, argument) -> argument.writeTo(writer));
        }
    }

    /** For an argument of a fault; words within words become text. */
    static FailureArgument of(Object argument, boolean wordsToo) {
        return switch (argument) {
            case Byte number -> new Whole(number.longValue());
            case Short number -> new Whole(number.longValue());
            case Integer number -> new Whole(number.longValue());
            case Long number -> new Whole(number);
            case Phrase.Keyed words when wordsToo && words.arguments().size() <= Words.ARGUMENTS ->
                new Words(words.key(), words.arguments().stream().map(it -> of(it, false)).toList());
            default -> new Text(cut(argument.toString()));
        };
    }

    static FailureArgument readFrom(FrameReader in, boolean wordsToo) {
        int sort = in.int8();
        if (sort == 2 && wordsToo) {
            return new Words(in.text(Limits.NAME_BYTES), in.list(Words.ARGUMENTS, reader -> readFrom(reader, false)));
        }
        return switch (sort) {
            case 0 -> new Text(in.text(Limits.NAME_BYTES));
            case 1 -> new Whole(in.int64());
            default -> throw in.garbled("argument " + sort);
        };
    }

    private static String cut(String text) {
        return text.codePoints().map(it -> it < 0x10000 && Character.isSurrogate((char) it) ? 0xfffd : it)
                .limit(CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
