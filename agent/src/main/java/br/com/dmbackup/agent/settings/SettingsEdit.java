package br.com.dmbackup.agent.settings;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsField;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts changed values into the text of the settings; every comment stays. A value that is not what its key wants gets
 * there too, so that it is found wrong in its own place.
 *
 * @param sealer for secrets, which never get into the text in plain
 * @param comments in the language of the store, for keys that are new
 */
public record SettingsEdit(List<String> engines, SecretSealer sealer, Messages comments) {
    private static final String DATABASE = "database";
    private static final String ENGINE = "engine";
    /** What a database of another kind keeps. */
    private static final Set<String> OF_EVERY_ENGINE = Set.of(ENGINE, "name", "keep_dump");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern REFERENCE = Pattern.compile("(file|sealed):.+");

    /** A key that no settings file could have. */
    public static final class UnknownKey extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The changed text.
     *
     * @param present the text as it is; blank where there is none yet
     * @throws UnknownKey where a change names none
     */
    public String with(String present, List<SettingsChange> changes) {
        SettingsFile file = present.isBlank() ? SettingsFile.blank(comments) : SettingsFile.parse(present);
        KnownSettings known = new KnownSettings(engines);
        forgetOtherEngine(file, changes);
        for (SettingsChange change : changes) {
            SettingsKey key = SettingsKey.parse(change.key()).orElseThrow(UnknownKey::new);
            Optional<String> said = change.value().filter(text -> !text.isBlank());
            if (said.isEmpty()) {
                remove(file, key);
            } else if (key.key().isEmpty()) {
                throw new UnknownKey();
            } else if (!said.get().startsWith(SettingsField.MASK)) {
                set(file, key, value(known, file, key, said.get()));
            }
        }
        return file.text();
    }

    private static void forgetOtherEngine(SettingsFile file, List<SettingsChange> changes) {
        Optional<String> before = file.get(DATABASE, ENGINE).map(Object::toString);
        boolean other = changes.stream().filter(change -> change.key().equals(DATABASE + "." + ENGINE))
                .flatMap(change -> change.value().stream()).anyMatch(said -> !before.equals(Optional.of(said)));
        if (before.isPresent() && other) {
            Set<String> said = changes.stream().map(SettingsChange::key).collect(Collectors.toSet());
            file.keys(DATABASE).stream()
                    .filter(key -> !OF_EVERY_ENGINE.contains(key) && !said.contains(DATABASE + "." + key))
                    .forEach(key -> file.remove(DATABASE, key));
        }
    }

    private static void remove(SettingsFile file, SettingsKey key) {
        if (key.name().isEmpty()) {
            file.remove(key.table(), key.key());
        } else if (key.key().isEmpty()) {
            file.removeFrom(key.table(), key.name().get());
        } else {
            file.removeIn(key.table(), key.name().get(), key.key());
        }
    }

    private void set(SettingsFile file, SettingsKey key, Object value) {
        if (key.name().isPresent()) {
            file.setIn(key.table(), key.name().get(), key.key(), value, comments);
        } else {
            file.set(key.table(), key.key(), value, comments);
        }
    }

    private Object value(KnownSettings known, SettingsFile file, SettingsKey key, String typed) {
        FieldKind kind = known.of(key.label()).map(KnownSettings.Known::kind).orElseGet(() -> kindOf(file, key));
        // A password may begin or end with a space.
        String said = kind == FieldKind.SECRET ? typed : typed.strip();
        return switch (kind) {
            case NUMBER -> NUMBER.matcher(said).matches() ? (Object) Long.valueOf(said) : said;
            case FLAG -> said.equals("true") || said.equals("false") ? (Object) Boolean.valueOf(said) : said;
            case LIST -> said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            case SECRET -> REFERENCE.matcher(said).matches() ? said : sealer.seal(new Secret(said.toCharArray()));
            case TEXT, CHOICE, FOLDER, FILE -> said;
        };
    }

    /** Of a key that the form does not know: as its value is now. */
    private static FieldKind kindOf(SettingsFile file, SettingsKey key) {
        if (key.name().isPresent()) {
            return FieldKind.TEXT;
        }
        if (!file.texts(key.table(), key.key()).isEmpty()) {
            return FieldKind.LIST;
        }
        return file.get(key.table(), key.key()).map(value -> switch (value) {
            case Long number -> FieldKind.NUMBER;
            case Boolean flag -> FieldKind.FLAG;
            default -> FieldKind.TEXT;
        }).orElse(FieldKind.TEXT);
    }
}
