package br.com.dmbackup.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of the local API of what {@link JsonText} read. Members that a record does not know are passed
 * over, so that an older program understands a newer agent.
 */
final class RecordReader {
    private RecordReader() {}

    /** @throws IllegalArgumentException where the JSON is not of that shape */
    static <T> T read(Class<T> type, String json) {
        return type.cast(value(type, JsonText.parse(json)));
    }

    /** The same for a list of them. */
    static <T> List<T> readAll(Class<T> type, String json) {
        if (JsonText.parse(json) instanceof List<?> elements) {
            return elements.stream().map(element -> type.cast(value(type, element))).toList();
        }
        throw new IllegalArgumentException("no list");
    }

    private static Object value(Type type, @Nullable Object json) {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return json == null ? Optional.empty() : Optional.of(value(of, json));
            }
            if (json == null && generic.getRawType() == List.class) {
                // As below.
                return List.of();
            }
            if (json instanceof List<?> elements) {
                return elements.stream().map(element -> value(of, element)).toList();
            }
        } else if (type == boolean.class && json == null) {
            // An agent of an earlier version, whose status lacks what was added since.
            return false;
        } else if (type instanceof Class<?> plain && json != null) {
            return plain(plain, json);
        }
        throw new IllegalArgumentException("no " + type.getTypeName());
    }

    private static Object plain(Class<?> type, Object json) {
        // Not a switch over types: it would be made at run time, and costs a cold process tens of milliseconds.
        boolean asItIs = (type == String.class && json instanceof String)
                || (type == boolean.class && json instanceof Boolean)
                || (type == long.class && json instanceof Long);
        if (asItIs) {
            return json;
        }
        if (type == int.class && json instanceof Long number && number.intValue() == number) {
            return number.intValue();
        }
        if (json instanceof String text) {
            return type == Instant.class ? instant(text) : constant(type, text);
        }
        if (type.isRecord() && json instanceof Map<?, ?> members) {
            return made(type, members);
        }
        throw new IllegalArgumentException("no " + type.getName());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object constant(Class<?> type, String name) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants == null ? new Object[0] : constants)
                .filter(constant -> ((Enum<?>) constant).name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getName()));
    }

    private static Object made(Class<?> type, Map<?, ?> members) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType(), members.get(component.getName()))).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
