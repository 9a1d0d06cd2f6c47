package br.com.dmbackup.protocol;

import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A {@link MessageFormat} pattern with three further kinds of argument: {@code {n,size}} (a number of bytes as a person
 * reads it), {@code {n,plain}} (as it is, without separators) and {@code {n,moment}} (a moment in the zone that is told
 * with it, in this machine's where none is). An argument of another type is shown as it is, for a text about a fault must not fail itself.
 */
final class TextPattern {
    private static final Pattern KIND = Pattern.compile("\\{(\\d+),(size|plain|moment)\\}");

    private TextPattern() {}

    static MessageFormat compile(String pattern, Locale locale) {
        MessageFormat format = new MessageFormat(KIND.matcher(pattern).replaceAll("{$1}"), locale);
        for (MatchResult found : KIND.matcher(pattern).results().toList()) {
            format.setFormatByArgumentIndex(Integer.parseInt(found.group(1)), kind(found.group(2), locale));
        }
        return format;
    }

    private static Format kind(String name, Locale locale) {
        return switch (name) {
            case "size" -> new Lenient(it -> it instanceof Number bytes
                    ? ByteSize.text(bytes.longValue(), locale)
                    : it.toString());
            case "moment" -> new Lenient(it -> moment(it, locale));
            default -> new Lenient(Object::toString);
        };
    }

    /** An instant, or its text as a lock or a log file keeps it. */
    private static String moment(Object argument, Locale locale) {
        try {
            ZonedDateTime told = ZonedDateTime.parse(argument.toString());
            ZoneId zone = told.getZone().equals(ZoneOffset.UTC) ? ZoneId.systemDefault() : told.getZone();
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(locale).withZone(zone)
                    .format(told);
        } catch (DateTimeParseException e) {
            return argument.toString();
        }
    }

    private static final class Lenient extends Format {
        private static final long serialVersionUID = 1L;
        private final transient Function<Object, String> toText;

        Lenient(Function<Object, String> toText) {
            this.toText = toText;
        }

        @Override
        public StringBuffer format(Object argument, StringBuffer text, FieldPosition position) {
            return text.append(toText.apply(argument));
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException("texts are written, not read");
        }
    }
}
