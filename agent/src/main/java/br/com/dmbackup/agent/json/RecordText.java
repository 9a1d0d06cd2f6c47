package br.com.dmbackup.agent.json;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON: what there is none of is left out; moments are ISO 8601.
 *
 * <p>It is written here and not by the library, whose 300 classes would be a seventh of the memory of an agent that only
 * waits, and tells now and then how it stands.
 */
public final class RecordText {
    private RecordText() {}

    /** A record, list or map of such, moments, enums, texts, numbers and flags. */
    public static String text(Object value) {
        StringBuilder out = new StringBuilder(512);
        write(value, out);
        return out.toString();
    }

    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case Record record -> write(record, out);
            case Collection<?> list -> write(list, out);
            case Map<?, ?> map -> write(map, out);
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            case Enum<?> word -> quote(word.name(), out);
            default -> quote(value.toString(), out);
        }
    }

    private static void write(Collection<?> list, StringBuilder out) {
        out.append('[');
        list.forEach(element -> {
            separate(out);
            write(element, out);
        });
        out.append(']');
    }

    private static void write(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        map.forEach((key, element) -> member(String.valueOf(key), element, out));
        out.append('}');
    }

    private static void write(Record record, StringBuilder out) {
        out.append('{');
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            member(component.getName(), value(record, component), out);
        }
        out.append('}');
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static void member(String name, @Nullable Object value, StringBuilder out) {
        Object told = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (told != null) {
            separate(out);
            quote(name, out);
            out.append(':');
            write(told, out);
        }
    }

    private static void separate(StringBuilder out) {
        char before = out.charAt(out.length() - 1);
        if (before != '{' && before != '[') {
            out.append(',');
        }
    }

    /** RFC 8259, section 7. */
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
