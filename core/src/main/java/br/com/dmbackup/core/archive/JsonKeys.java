package br.com.dmbackup.core.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object of texts, whole numbers, truths and further such objects; whatever else stands in it is there, and
 * nothing. Made token by token: a mapper's five hundred classes take longer to load than a small archive to be read.
 */
final class JsonKeys {
    static final JsonFactory JSON = new JsonFactory();
    private static final Object NOTHING = new Object();

    private final Map<String, Object> values = new LinkedHashMap<>();

    private JsonKeys() {}

    /** Throws a {@link JacksonException} when the bytes are not one JSON object, and nothing else. */
    static JsonKeys read(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no object");
            }
            JsonKeys keys = object(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something after the object");
            }
            return keys;
        }
    }

    private static JsonKeys object(JsonParser parser) {
        var keys = new JsonKeys();
        for (String key; (key = parser.nextName()) != null;) {
            parser.nextToken();
            keys.values.put(key, value(parser));
        }
        return keys;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole(parser);
            case START_ARRAY -> {
                parser.skipChildren();
                yield NOTHING;
            }
            default -> NOTHING;
        };
    }

    private static Object whole(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            default -> NOTHING;
        };
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return value(key, String.class).orElseThrow(() -> new IllegalArgumentException(key));
    }

    long number(String key) {
        return value(key, Long.class).orElseThrow(() -> new IllegalArgumentException(key));
    }

    boolean flag(String key) {
        return value(key, Boolean.class).orElse(false);
    }

    Optional<JsonKeys> object(String key) {
        return value(key, JsonKeys.class);
    }

    private <T> Optional<T> value(String key, Class<T> kind) {
        return Optional.ofNullable(values.get(key)).filter(kind::isInstance).map(kind::cast);
    }
}
