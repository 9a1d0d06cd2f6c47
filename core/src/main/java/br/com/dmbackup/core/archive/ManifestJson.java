package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.StoreIdentity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The manifest as JSON, keys always in the same order. Keys that this version does not know are left alone. */
final class ManifestJson {
    private static final int FORMAT_VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", FORMAT_VERSION);
        json.put("backup", manifest.backup().toString());
        json.put("purpose", manifest.purpose().name());
        manifest.store()
                .ifPresent(store -> json.putObject("store").put("cnpj", store.cnpj()).put("name", store.name()));
        json.put("engine", manifest.engine());
        json.put("engineVersion", manifest.engineVersion());
        json.put("database", manifest.database());
        json.put("programVersion", manifest.programVersion());
        json.put("startedAt", manifest.startedAt().toString());
        json.put("endedAt", manifest.endedAt().toString());
        json.put("zone", manifest.zone().getId());
        json.put("dumpName", manifest.dumpName());
        manifest.dumpMadeAt().ifPresent(moment -> json.put("dumpMadeAt", moment.toString()));
        json.put("dumpBytes", manifest.dumpBytes());
        json.put("dumpDigest", manifest.dumpDigest());
        json.put("dumpChecked", manifest.dumpChecked());
        ObjectNode rows = json.putObject("rowCounts");
        manifest.rowCounts().forEach(rows::put);
        ObjectNode facts = json.putObject("engineFacts");
        manifest.engineFacts().forEach(facts::put);
        manifest.traits().ifPresent(traits -> json.putObject("traits").put("encodedBytes", traits.encodedBytes())
                .put("newBytes", traits.newBytes()).put("newEncodedBytes", traits.newEncodedBytes())
                .put("based", traits.based()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /** The manifest, or none when the bytes are not one. */
    static Optional<Manifest> read(byte[] bytes) {
        try {
            JsonNode json = MAPPER.readTree(bytes);
            return json.path("format").intValue(0) == FORMAT_VERSION ? Optional.of(manifest(json)) : Optional.empty();
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Manifest manifest(JsonNode json) {
        return new Manifest(BackupId.parse(text(json, "backup")), Purpose.valueOf(text(json, "purpose")), store(json),
                text(json, "engine"), text(json, "engineVersion"), text(json, "database"),
                text(json, "programVersion"), Instant.parse(text(json, "startedAt")),
                Instant.parse(text(json, "endedAt")), ZoneId.of(text(json, "zone")), text(json, "dumpName"),
                optionalMoment(json, "dumpMadeAt"),
                number(json.path("dumpBytes")), text(json, "dumpDigest"), json.path("dumpChecked").booleanValue(false),
                rowCounts(json.path("rowCounts")), engineFacts(json.path("engineFacts")),
                traits(json.path("traits")));
    }

    private static Optional<StoreIdentity> store(JsonNode json) {
        JsonNode store = json.path("store");
        return store.isObject()
                ? Optional.of(new StoreIdentity(text(store, "cnpj"), text(store, "name")))
                : Optional.empty();
    }

    private static Optional<Instant> optionalMoment(JsonNode json, String key) {
        return json.has(key) ? Optional.of(Instant.parse(text(json, key))) : Optional.empty();
    }

    private static SortedMap<String, Long> rowCounts(JsonNode rows) {
        var counts = new TreeMap<String, Long>();
        rows.properties().forEach(row -> counts.put(row.getKey(), number(row.getValue())));
        return counts;
    }

    private static SortedMap<String, String> engineFacts(JsonNode json) {
        var facts = new TreeMap<String, String>();
        json.properties().forEach(fact -> facts.put(fact.getKey(), text(json, fact.getKey())));
        return facts;
    }

    private static Optional<DumpTraits> traits(JsonNode json) {
        return json.isObject()
                ? Optional.of(new DumpTraits(number(json.path("encodedBytes")), number(json.path("newBytes")),
                        number(json.path("newEncodedBytes")), json.path("based").booleanValue(false)))
                : Optional.empty();
    }

    private static String text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isString()) {
            throw new IllegalArgumentException(key);
        }
        return value.stringValue();
    }

    private static long number(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("number");
        }
        return value.longValue();
    }
}
