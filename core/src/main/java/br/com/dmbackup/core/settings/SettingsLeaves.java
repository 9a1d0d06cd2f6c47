package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.settings.SettingsTable.Entry;
import java.util.ArrayList;
import java.util.List;

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
