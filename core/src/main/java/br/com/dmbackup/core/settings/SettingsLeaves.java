package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.settings.SettingsTable.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every single value of a settings file, for whoever must look at all of them without knowing what they mean. */
public final class SettingsLeaves {
    private SettingsLeaves() {}

    /**
     * @param key with those above it: {@code destination[0].path}
     * @param value a {@code String}, {@code Long}, {@code Boolean}, or another type of TOML's
     */
    public record Leaf(String key, Object value) {
        /** The key without those above it: {@code path}. */
        public String ownKey() {
            return key.substring(key.lastIndexOf('.') + 1).replaceFirst("\\[\\d+]$", "");
        }
    }

    /** In the order of the file; comments are left out. */
    public static List<Leaf> of(SettingsFile file) {
        List<Leaf> leaves = new ArrayList<>();
        collect("", file.table(), leaves);
        return leaves;
    }

    /**
     * Which of several tables a line of the file belongs to.
     *
     * @param list name of the tables, {@code [[list]]}
     * @return the {@code name} that the table gives itself; none where it gives none, or the line stands before all
     */
    public static Optional<String> nameAt(SettingsFile file, String list, int line) {
        Entry tables = file.table().entries().get(list);
        if (tables == null || !(tables.value() instanceof List<?> all)) {
            return Optional.empty();
        }
        return all.stream().filter(SettingsTable.class::isInstance).map(SettingsTable.class::cast)
                .filter(table -> table.line() <= line).reduce((before, after) -> after)
                .map(table -> table.entries().get("name")).map(Entry::value).filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static void collect(String key, Object value, List<Leaf> leaves) {
        switch (value) {
            case SettingsTable table -> {
                for (var entry : table.entries().entrySet()) {
                    Entry inner = entry.getValue();
                    collect(key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(), inner.value(), leaves);
                }
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(key + "[" + i + "]", list.get(i), leaves);
                }
            }
            default -> leaves.add(new Leaf(key, value));
        }
    }
}
