package br.com.dmbackup.core.settings;

import java.util.IdentityHashMap;

/** What each {@link SettingsPart} made of its tables. Immutable once it is handed on. */
public final class SettingsParts {
    private final IdentityHashMap<SettingsPart<?>, Object> made = new IdentityHashMap<>();

    /** Reads one part from a draft. */
    public <T> void read(SettingsPart<T> part, SettingsDraft draft) {
        made.put(part, part.read(draft.sections(part)));
    }

    /**
     * What a part made.
     *
     * @throws IllegalArgumentException for a part that was not read
     */
    @SuppressWarnings("unchecked") // put there under the same part
    public <T> T of(SettingsPart<T> part) {
        Object value = made.get(part);
        if (value == null) {
            throw new IllegalArgumentException("nobody read [" + part.name() + "]");
        }
        return (T) value;
    }
}
