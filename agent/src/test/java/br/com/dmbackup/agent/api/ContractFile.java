package br.com.dmbackup.agent.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The contract as it is written, and a check of answers against its schemas: the part of JSON Schema that the contract
 * uses. A keyword that is not known here fails, as it would check nothing.
 */
public record ContractFile(Map<String, Object> root) {
    /** Another one, by its name in {@code docs/api}. */
    public static ContractFile of(String name) {
        try (InputStream in = Files.newInputStream(Path.of("..", "docs", "api", name))) {
            return new ContractFile(map(new Load(LoadSettings.builder().build()).loadFromInputStream(in)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static ContractFile read() {
        try (InputStream in = Objects.requireNonNull(LocalApi.class.getResourceAsStream("local-api.yaml"))) {
            return new ContractFile(map(new Load(LoadSettings.builder().build()).loadFromInputStream(in)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each operation as {@code GET /v1/status till}. */
    TreeSet<String> operations() {
        TreeSet<String> operations = new TreeSet<>();
        map(root.get("paths")).forEach((path, methods) -> map(methods).forEach((method, operation) -> operations
                .add(method.toUpperCase(Locale.ROOT) + " " + path + " "
                        + list(map(operation).get("tags")).getFirst())));
        return operations;
    }

    /** The schema of an answer. */
    Map<String, Object> answer(String method, String path, int status, String type) {
        Map<String, Object> responses = map(
                map(map(map(root.get("paths")).get(path)).get(method.toLowerCase(Locale.ROOT))).get("responses"));
        Object response = responses.getOrDefault(String.valueOf(status), responses.get("default"));
        return map(map(map(resolved(map(response)).get("content")).get(type)).get("schema"));
    }

    public Map<String, Object> schema(String name) {
        return map(map(map(root.get("components")).get("schemas")).get(name));
    }

    /** What is wrong with a value; nothing when it is as the schema says. */
    public List<String> check(Map<String, Object> schema, Object value) {
        List<String> wrong = new ArrayList<>();
        check(schema, value, "$", wrong);
        return wrong;
    }

    private void check(Map<String, Object> schema, Object value, String at, List<String> wrong) {
        Map<String, Object> meant = resolved(schema);
        meant.forEach((keyword, said) -> {
            boolean right = switch (keyword) {
                case "type" -> type(said.toString(), value);
                case "enum" -> list(said).contains(value);
                case "const" -> same(said, value);
                case "pattern" -> !(value instanceof String text)
                        || java.util.regex.Pattern.compile(said.toString()).matcher(text).find();
                case "minimum" ->
                    !(value instanceof Number number) || number.longValue() >= ((Number) said).longValue();
                case "maximum" ->
                    !(value instanceof Number number) || number.longValue() <= ((Number) said).longValue();
                case "maxLength" -> !(value instanceof String text) || text.length() <= ((Number) said).intValue();
                case "format" -> moment(said, value);
                case "required" -> !(value instanceof Map<?, ?> members) || members.keySet().containsAll(list(said));
                case "properties" -> {
                    if (value instanceof Map<?, ?> members) {
                        map(said).forEach((name, of) -> {
                            if (members.containsKey(name)) {
                                check(map(of), members.get(name), at + "." + name, wrong);
                            }
                        });
                        // What an answer has and the contract does not name is a gap in the contract.
                        yield map(said).keySet().containsAll(members.keySet());
                    }
                    yield true;
                }
                case "additionalProperties" -> said.equals(false) && (meant.containsKey("properties")
                        || !(value instanceof Map<?, ?> members) || members.isEmpty());
                case "minItems" ->
                    !(value instanceof List<?> elements) || elements.size() >= ((Number) said).intValue();
                case "maxItems" ->
                    !(value instanceof List<?> elements) || elements.size() <= ((Number) said).intValue();
                case "items" -> {
                    if (value instanceof List<?> elements) {
                        for (int i = 0; i < elements.size(); i++) {
                            check(map(said), elements.get(i), at + "[" + i + "]", wrong);
                        }
                    }
                    yield true;
                }
                case "description", "contentMediaType" -> true;
                default -> throw new IllegalStateException("keyword " + keyword);
            };
            if (!right) {
                wrong.add(at + ": " + keyword);
            }
        });
    }

    private static boolean type(String name, Object value) {
        return switch (name) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer || value instanceof Long;
            default -> throw new IllegalStateException("type " + name);
        };
    }

    private static boolean same(Object said, Object value) {
        return said instanceof Number number
                ? value instanceof Number other && number.longValue() == other.longValue()
                : said.equals(value);
    }

    private static boolean moment(Object format, Object value) {
        if (!format.equals("date-time")) {
            throw new IllegalStateException("format " + format);
        }
        try {
            return !(value instanceof String text) || Instant.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Map<String, Object> resolved(Map<String, Object> schema) {
        if (!(schema.get("$ref") instanceof String reference)) {
            return schema;
        }
        @Nullable
        Object found = root;
        for (String step : reference.substring(2).split("/", -1)) {
            found = map(found).get(step);
        }
        return map(found);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> found) {
            return (Map<String, Object>) found;
        }
        throw new IllegalStateException("no map: " + value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }
}
