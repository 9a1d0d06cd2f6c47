package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.settings.SettingsTable.Entry;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tomlj.MutableTomlArray;
import org.tomlj.MutableTomlTable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * The settings file as text: read, changed key by key with every comment and blank line kept, and written back whole.
 * What the values mean is {@link SettingsDraft}'s matter. The only class that knows the TOML library.
 */
public final class SettingsFile {
    private static final String DESTINATION = "destination";
    private static final String NAME = "name";
    private static final int LARGEST_BYTES = 1 << 20;
    private static final Pattern DEFINED_BEFORE = Pattern.compile(".* previously defined at line (\\d+), column \\d+");
    private static final Pattern QUOTED = Pattern.compile("'.+'");
    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected (.+?)(, expected|$)");
    private static final Set<PosixFilePermission> OTHERS_WRITE = Set.of(PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_WRITE);

    private final TomlParseResult toml;

    private SettingsFile(TomlParseResult toml) {
        this.toml = toml;
    }

    /**
     * Reads a file; mistakes of writing in it are no fault here but {@link #syntaxProblems}.
     *
     * @throws BackupFault {@code SETTINGS_MISSING}, {@code SETTINGS_UNREADABLE}, {@code SETTINGS_WRITABLE_BY_OTHERS}
     */
    public static SettingsFile load(Path file) {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
                throw BackupFault.of(FaultCode.SETTINGS_WRITABLE_BY_OTHERS, file);
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw BackupFault.of(FaultCode.SETTINGS_UNREADABLE, file, "> " + LARGEST_BYTES + " bytes");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (NoSuchFileException missing) {
            throw BackupFault.of(FaultCode.SETTINGS_MISSING, file).causedBy(missing);
        } catch (CharacterCodingException notUtf8) {
            throw BackupFault.of(FaultCode.SETTINGS_UNREADABLE, file, "UTF-8").causedBy(notUtf8);
        } catch (IOException unreadable) {
            throw BackupFault.of(FaultCode.SETTINGS_UNREADABLE, file, FileWords.of(unreadable)).causedBy(unreadable);
        }
    }

    /** The same from text. */
    public static SettingsFile parse(String text) {
        String withoutByteOrderMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        // Keeping the source for edits trips the library's own assertions on some damaged files, which we never edit.
        TomlParseResult sourceless = Toml.parse(withoutByteOrderMark, TomlParseOptions.sourceless());
        return new SettingsFile(sourceless.hasErrors() ? sourceless : Toml.parse(withoutByteOrderMark));
    }

    /** A file that says nothing yet but what it is, in a comment. */
    public static SettingsFile blank(Messages comments) {
        return parse(commentLines(comments.text("settings.comment")) + "\n");
    }

    /** What stands under a key of a section (empty: of the file itself), when it is a text, a number or a flag. */
    public Optional<Object> get(String section, String key) {
        return Optional.ofNullable(toml.get(path(section, key)))
                .filter(value -> value instanceof String || value instanceof Long || value instanceof Boolean);
    }

    /** What stands under a key of a section when it is a list; empty otherwise. */
    public List<String> texts(String section, String key) {
        return toml.get(path(section, key)) instanceof TomlArray list
                ? list.toList().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The keys that a section has, in the order of the file. */
    public List<String> keys(String section) {
        TomlTable table = toml.isTable(List.of(section)) ? toml.getTable(List.of(section)) : null;
        return table == null ? List.of() : List.copyOf(table.keySet());
    }

    /**
     * Sets one key; the same value again changes nothing. A key that was not there gets its comment.
     *
     * @param section empty for a key of the file itself
     * @param value a {@code String}, {@code Long}, {@code Boolean} or a {@code List} of texts
     */
    public void set(String section, String key, Object value, Messages comments) {
        MutableTomlTable table = section.isEmpty() ? toml : toml.getOrCreateTable(List.of(section));
        set(table, section.isEmpty() ? key : section + "." + key, key, value, comments);
    }

    /** Takes a key away; nothing happens when it is not there. */
    public void remove(String section, String key) {
        toml.remove(path(section, key));
    }

    /** Sets one key of the {@code [[destination]]} with that name, which is added when there is none. */
    public void setDestination(String name, String key, Object value, Messages comments) {
        setIn(DESTINATION, name, key, value, comments);
    }

    /** What stands under a key of the {@code [[destination]]} with that name. */
    public Optional<Object> getDestination(String name, String key) {
        return table(DESTINATION, name).map(destination -> destination.get(List.of(key)));
    }

    /** Takes the {@code [[destination]]} with that name away; false when there is none. */
    public boolean removeDestination(String name) {
        return removeFrom(DESTINATION, name);
    }

    /** Sets one key of the table with that name among several, {@code [[list]]}; it is added when there is none. */
    public void setIn(String list, String name, String key, Object value, Messages comments) {
        MutableTomlTable one = table(list, name).orElseGet(() -> {
            toml.getOrCreateArray(List.of(list)).add(MutableTomlTable.create());
            MutableTomlArray all = toml.getOrCreateArray(List.of(list));
            MutableTomlTable added = all.getTable(all.size() - 1);
            set(added, list + "." + NAME, NAME, name, comments);
            return added;
        });
        set(one, list + "." + key, key, value, comments);
    }

    /** Takes one key of such a table away; nothing happens when it is not there. */
    public void removeIn(String list, String name, String key) {
        table(list, name).ifPresent(one -> one.remove(List.of(key)));
    }

    /** Takes such a table away; false when there is none. */
    public boolean removeFrom(String list, String name) {
        OptionalInt place = placeOf(list, name);
        place.ifPresent(i -> toml.getOrCreateArray(List.of(list)).remove(i));
        if (place.isPresent() && toml.getOrCreateArray(List.of(list)).isEmpty()) {
            // Else an empty list would stay as "destination = []", where nobody would look for it.
            toml.remove(List.of(list));
        }
        return place.isPresent();
    }

    /** The text of the file. */
    public String text() {
        // An added section leaves an empty line behind itself, one more with each.
        return toml.isModified() ? toml.toToml().stripTrailing() + "\n" : toml.toToml();
    }

    /**
     * Writes the file whole, in place of the old one, readable by its owner alone unless it was readable to others.
     *
     * @throws BackupFault {@code OUTPUT_UNWRITABLE}; {@code SETTINGS_INVALID} when there were syntax problems: what could
     *         not be read would be lost
     */
    public void save(Path file) {
        if (toml.hasErrors()) {
            throw BackupFault.of(FaultCode.SETTINGS_INVALID, file, toml.errors().size());
        }
        try {
            DurableFile.replace(file, text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, file, FileWords.of(e)).causedBy(e);
        }
    }

    /** What is not written as TOML wants it. */
    public List<SettingsProblem> syntaxProblems() {
        return toml.errors().stream().map(SettingsFile::problem).toList();
    }

    SettingsTable table() {
        return plain(toml, 1, 1);
    }

    private static SettingsProblem problem(TomlParseError error) {
        String words = String.valueOf(error.getMessage());
        Matcher before = DEFINED_BEFORE.matcher(words);
        TomlPosition at = error.position();
        if (before.matches()) {
            return new SettingsProblem(at.line(), at.column(), "", "settings.duplicate",
                    List.of(Integer.parseInt(before.group(1))));
        }
        if (words.startsWith("Invalid escape sequence") || words.startsWith("Invalid unicode escape")) {
            Matcher quoted = QUOTED.matcher(words);
            return new SettingsProblem(at.line(), at.column(), "", "settings.backslash",
                    List.of(quoted.find() ? quoted.group() : "\\"));
        }
        if (words.startsWith("Integer is too")) {
            return new SettingsProblem(at.line(), at.column(), "", "settings.number", List.of());
        }
        Matcher unexpected = UNEXPECTED.matcher(words);
        if (!unexpected.lookingAt()) {
            return new SettingsProblem(at.line(), at.column(), "", "settings.syntax", List.of());
        }
        String what = unexpected.group(1);
        return what.startsWith("end of")
                ? new SettingsProblem(at.line(), at.column(), "", "settings.ends_early", List.of())
                : new SettingsProblem(at.line(), at.column(), "", "settings.unexpected", List.of(what));
    }

    private static List<String> path(String section, String key) {
        return section.isEmpty() ? List.of(key) : List.of(section, key);
    }

    private Optional<MutableTomlTable> table(String list, String name) {
        OptionalInt place = placeOf(list, name);
        return place.isPresent()
                ? Optional.of(toml.getOrCreateArray(List.of(list)).getTable(place.getAsInt()))
                : Optional.empty();
    }

    private OptionalInt placeOf(String list, String name) {
        MutableTomlArray all = toml.isArray(List.of(list))
                ? toml.getOrCreateArray(List.of(list))
                : MutableTomlArray.create();
        return IntStream.range(0, all.size())
                .filter(i -> all.isTable(i) && name.equals(all.getTable(i).get(List.of(NAME)))).findFirst();
    }

    private static void set(MutableTomlTable table, String fullKey, String key, Object value, Messages comments) {
        List<String> path = List.of(key);
        boolean isNew = !table.contains(path);
        Object before = table.get(path) instanceof TomlArray list ? list.toList() : table.get(path);
        if (!value.equals(before)) {
            table.set(path, value instanceof List<?> list ? MutableTomlArray.of(list.toArray()) : value);
        }
        String comment = "settings.comment." + fullKey;
        if (isNew && comments.has(comment)) {
            table.setCommentAbove(path, comments.text(comment).lines().toList());
        }
    }

    private static String commentLines(String text) {
        return text.lines().map(line -> "# " + line + "\n").reduce("", String::concat);
    }

    private static SettingsTable plain(TomlTable table, int line, int column) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            TomlPosition at = table.inputPositionOf(List.of(key));
            Object value = table.get(List.of(key));
            if (at != null && value != null) {
                entries.put(key, new Entry(at.line(), at.column(), plain(value, at)));
            }
        }
        return new SettingsTable(line, column, entries);
    }

    private static Object plain(Object value, @Nullable TomlPosition at) {
        int line = at == null ? 1 : at.line();
        int column = at == null ? 1 : at.column();
        if (value instanceof TomlTable table) {
            return plain(table, line, column);
        }
        if (value instanceof TomlArray array) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                elements.add(plain(array.get(i), array.inputPositionOf(i)));
            }
            return List.copyOf(elements);
        }
        return value;
    }
}
