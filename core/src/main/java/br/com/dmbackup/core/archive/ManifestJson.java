package br.com.dmbackup.core.archive;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.StoreIdentity;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The manifest as JSON, keys always in the same order. Keys that this version does not know are left alone. */
public final class ManifestJson {
    private static final int FORMAT_VERSION = 1;
    private static final String TRAITS = "traits";
    private static final Set<String> KEYS = Set.of("format", "backup", "purpose", "store", "engine", "engineVersion",
            "database", "programVersion", "startedAt", "endedAt", "zone", "dumpName", "dumpMadeAt", "dumpBytes",
            "dumpDigest", "dumpChecked", "rowCounts", "engineFacts", TRAITS);
    private static final Set<String> STORE_KEYS = Set.of("cnpj", "name");

    private ManifestJson() {}

    public static byte[] write(Manifest manifest) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonKeys.JSON.createGenerator(new Pretty(), bytes)) {
            json.writeStartObject();
            write(manifest, json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(Manifest manifest, JsonGenerator json) {
        json.writeNumberProperty("format", FORMAT_VERSION);
        json.writeStringProperty("backup", manifest.backup().toString());
        json.writeStringProperty("purpose", manifest.purpose().name());
        manifest.store().ifPresent(store -> json.writeObjectPropertyStart("store")
                .writeStringProperty("cnpj", store.cnpj()).writeStringProperty("name", store.name()).writeEndObject());
        json.writeStringProperty("engine", manifest.engine());
        json.writeStringProperty("engineVersion", manifest.engineVersion());
        json.writeStringProperty("database", manifest.database());
        json.writeStringProperty("programVersion", manifest.programVersion());
        json.writeStringProperty("startedAt", manifest.startedAt().toString());
        json.writeStringProperty("endedAt", manifest.endedAt().toString());
        json.writeStringProperty("zone", manifest.zone().getId());
        json.writeStringProperty("dumpName", manifest.dumpName());
        manifest.dumpMadeAt().ifPresent(moment -> json.writeStringProperty("dumpMadeAt", moment.toString()));
        json.writeNumberProperty("dumpBytes", manifest.dumpBytes());
        json.writeStringProperty("dumpDigest", manifest.dumpDigest());
        json.writeBooleanProperty("dumpChecked", manifest.dumpChecked());
        json.writeObjectPropertyStart("rowCounts");
        manifest.rowCounts().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeObjectPropertyStart("engineFacts");
        manifest.engineFacts().forEach(json::writeStringProperty);
        json.writeEndObject();
        manifest.traits().ifPresent(traits -> write(traits, json));
    }

    private static void write(DumpTraits traits, JsonGenerator json) {
        json.writeObjectPropertyStart(TRAITS).writeNumberProperty("encodedBytes", traits.encodedBytes())
                .writeNumberProperty("newBytes", traits.newBytes())
                .writeNumberProperty("newEncodedBytes", traits.newEncodedBytes())
                .writeBooleanProperty("based", traits.based()).writeEndObject();
    }

    /**
     * The same manifest with what another pass saw of the dump. Where a newer version wrote keys that this one does not know,
     * all of them stay, as they stand.
     *
     * @param manifest what {@link #read} made of the bytes
     */
    public static byte[] withTraits(byte[] written, Manifest manifest, DumpTraits seen) {
        byte[] typed = write(manifest.withTraits(seen));
        try {
            return known(JsonKeys.read(written)) ? typed : copied(written, seen);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException unheardOf) {
            // A number that nobody can write, where nobody needs one.
            return typed;
        }
    }

    private static boolean known(JsonKeys json) {
        return KEYS.containsAll(json.names())
                && json.object("store").filter(store -> !STORE_KEYS.containsAll(store.names())).isEmpty();
    }

    /** Without blanks: whoever wrote it could nest it so deep that they would be most of it. */
    private static byte[] copied(byte[] written, DumpTraits seen) {
        var bytes = new ByteArrayOutputStream();
        try (JsonParser parser = JsonKeys.JSON.createParser(ObjectReadContext.empty(), written);
                JsonGenerator json = JsonKeys.JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            parser.nextToken();
            json.writeStartObject();
            for (String key; (key = parser.nextName()) != null;) {
                parser.nextToken();
                if (key.equals(TRAITS)) {
                    parser.skipChildren();
                } else {
                    json.writeName(key);
                    json.copyCurrentStructureExact(parser);
                }
            }
            write(seen, json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** For people, who may look into it. */
    private static final class Pretty extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    }

    /** The manifest, or none when the bytes are not one. */
    public static Optional<Manifest> read(byte[] bytes) {
        try {
            JsonKeys json = JsonKeys.read(bytes);
            return json.number("format") == FORMAT_VERSION ? Optional.of(manifest(json)) : Optional.empty();
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Manifest manifest(JsonKeys json) {
        return new Manifest(BackupId.parse(json.text("backup")), Purpose.valueOf(json.text("purpose")),
                json.object("store").map(store -> new StoreIdentity(store.text("cnpj"), store.text("name"))),
                json.text("engine"), json.text("engineVersion"), json.text("database"), json.text("programVersion"),
                Instant.parse(json.text("startedAt")), Instant.parse(json.text("endedAt")),
                ZoneId.of(json.text("zone")), json.text("dumpName"), dumpMadeAt(json), json.number("dumpBytes"),
                json.text("dumpDigest"), json.flag("dumpChecked"), rowCounts(json), engineFacts(json),
                json.object(TRAITS).map(ManifestJson::traits));
    }

    private static Optional<Instant> dumpMadeAt(JsonKeys json) {
        return json.has("dumpMadeAt") ? Optional.of(Instant.parse(json.text("dumpMadeAt"))) : Optional.empty();
    }

    private static SortedMap<String, Long> rowCounts(JsonKeys json) {
        var counts = new TreeMap<String, Long>();
        json.object("rowCounts").ifPresent(rows -> rows.names().forEach(name -> counts.put(name, rows.number(name))));
        return counts;
    }

    private static SortedMap<String, String> engineFacts(JsonKeys json) {
        var facts = new TreeMap<String, String>();
        json.object("engineFacts").ifPresent(told -> told.names().forEach(name -> facts.put(name, told.text(name))));
        return facts;
    }

    private static DumpTraits traits(JsonKeys json) {
        return new DumpTraits(json.number("encodedBytes"), json.number("newBytes"), json.number("newEncodedBytes"),
                json.flag("based"));
    }
}
