package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SettingsTable.Entry;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A section that remembers which of its keys were asked for and what was wrong with them. */
final class TableSection implements SettingsSection {
    static final String MISSING = "settings.missing";

    private final String name;
    private final SettingsTable table;
    private final Path home;
    private final List<SettingsProblem> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param name the section's name, empty for the file itself */
    TableSection(String name, SettingsTable table, Path home, List<SettingsProblem> problems) {
        this.name = name;
        this.table = table;
        this.home = home;
        this.problems = problems;
    }

    boolean has(String key) {
        return table.entries().containsKey(key);
    }

    @Override
    public String text(String key) {
        if (!has(key)) {
            missing(key);
        }
        return optionalText(key).orElse("");
    }

    @Override
    public Optional<String> optionalText(String key) {
        Optional<String> text = value(key, String.class, "settings.type.text");
        if (text.isPresent() && text.get().isBlank()) {
            problem(key, "settings.blank");
            return Optional.empty();
        }
        return text;
    }

    @Override
    public Path path(String key) {
        return path(key, text(key));
    }

    @Override
    public Path path(String key, String text) {
        try {
            return home.resolve(text).normalize();
        } catch (InvalidPathException invalid) {
            problem(key, "settings.path", invalid.getReason());
            return home;
        }
    }

    @Override
    public List<String> texts(String key) {
        if (!has(key)) {
            missing(key);
        }
        List<String> texts = new ArrayList<>();
        for (Object element : value(key, List.class, "settings.type.texts").orElse(List.of("?"))) {
            if (!(element instanceof String text)) {
                problem(key, "settings.type.texts");
                return List.of("?");
            }
            texts.add(text);
        }
        if (texts.isEmpty() || texts.getFirst().isBlank()) {
            problem(key, "settings.blank");
            return List.of("?");
        }
        return List.copyOf(texts);
    }

    @Override
    public Optional<List<String>> optionalTexts(String key) {
        asked.add(key);
        return has(key) ? Optional.of(texts(key)) : Optional.empty();
    }

    @Override
    public long integer(String key, long otherwise, long min, long max) {
        long value = value(key, Long.class, "settings.type.integer").orElse(otherwise);
        if (value < min || value > max) {
            problem(key, "settings.range", value, min, max);
            return otherwise;
        }
        return value;
    }

    @Override
    public boolean flag(String key, boolean otherwise) {
        return optionalFlag(key).orElse(otherwise);
    }

    Optional<Boolean> optionalFlag(String key) {
        return value(key, Boolean.class, "settings.type.flag");
    }

    @Override
    public String choice(String key, String otherwise, List<String> words) {
        return optionalText(key).map(word -> oneOf(key, word, words) ? word : otherwise).orElse(otherwise);
    }

    /** One of the given words, which must be there; empty when it is not. */
    Optional<String> requiredChoice(String key, List<String> words) {
        if (!has(key)) {
            problem(key, "settings.missing_choice", String.join(", ", words));
        }
        return optionalText(key).filter(word -> oneOf(key, word, words));
    }

    private boolean oneOf(String key, String word, List<String> words) {
        if (words.contains(word)) {
            return true;
        }
        String all = String.join(", ", words);
        Suggestion.nearest(word, words).ifPresentOrElse(
                meant -> problem(key, "settings.choice_meant", word, all, meant),
                () -> problem(key, "settings.choice", word, all));
        return false;
    }

    @Override
    public Optional<Secret> optionalSecret(String key) {
        return optionalText(key).flatMap(text -> SecretReference.resolve(text, home,
                (messageKey, arguments) -> problem(key, messageKey, arguments)));
    }

    /** The table under a key, or an empty one that stands where this one does. */
    SettingsTable table(String key) {
        return value(key, SettingsTable.class, "settings.type.section")
                .orElse(new SettingsTable(table.line(), table.column(), SettingsTable.ABSENT.entries()));
    }

    /** The tables of a {@code [[key]]}. */
    List<SettingsTable> tables(String key) {
        List<SettingsTable> tables = new ArrayList<>();
        for (Object element : value(key, List.class, "settings.type.sections", key).orElse(List.of())) {
            if (element instanceof SettingsTable section) {
                tables.add(section);
            } else {
                problem(key, "settings.type.sections", key);
            }
        }
        return tables;
    }

    @Override
    public void skip() {
        asked.addAll(table.entries().keySet());
    }

    @Override
    public void problem(String key, String messageKey, Object... arguments) {
        asked.add(key);
        Entry entry = table.entries().get(key);
        problems.add(new SettingsProblem(entry == null ? table.line() : entry.line(),
                entry == null ? table.column() : entry.column(), qualified(key), messageKey, List.of(arguments)));
    }

    /** The keys that nobody has asked for, each as a problem. */
    List<SettingsProblem> unread() {
        List<String> open = asked.stream().filter(key -> !has(key)).toList();
        List<SettingsProblem> unread = new ArrayList<>();
        table.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                Optional<String> meant = Suggestion.nearest(key, open);
                unread.add(new SettingsProblem(entry.line(), entry.column(), qualified(key),
                        meant.isPresent() ? "settings.unknown_meant" : "settings.unknown",
                        meant.<List<Object>>map(List::of).orElse(List.of())));
            }
        });
        return unread;
    }

    void missing(String key) {
        problem(key, MISSING);
    }

    private <T> Optional<T> value(String key, Class<T> type, String otherTypeMessage, Object... arguments) {
        asked.add(key);
        @Nullable
        Entry entry = table.entries().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!type.isInstance(entry.value())) {
            problem(key, otherTypeMessage, arguments);
            return Optional.empty();
        }
        return Optional.of(type.cast(entry.value()));
    }

    private String qualified(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }
}
