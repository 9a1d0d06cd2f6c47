package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A settings file that is no home's, such as the backup terminal's: its tables, each read by whoever it belongs to, and in
 * the end everything that is wrong in all of them together.
 */
public final class SettingsTables {
    private final Path file;
    private final SettingsFile read;
    private final TableSection top;
    private final List<SettingsProblem> found = new ArrayList<>();
    private final List<TableSection> sections = new ArrayList<>();

    private SettingsTables(Path file, SettingsFile read) {
        this.file = file;
        this.read = read;
        this.top = section("", read.table());
    }

    /**
     * @throws BackupFault {@code SETTINGS_MISSING}, {@code SETTINGS_UNREADABLE}, {@code SETTINGS_WRITABLE_BY_OTHERS}
     */
    public static SettingsTables read(Path file) {
        return new SettingsTables(file, SettingsFile.load(file));
    }

    /** The keys that stand in no table. */
    public SettingsSection top() {
        return top;
    }

    public SettingsSection table(String name) {
        return section(name, top.table(name));
    }

    /** What a part makes of its tables. */
    public <T> T read(SettingsPart<T> part) {
        Stream<SettingsTable> tables = part.many()
                ? top.tables(part.name()).stream()
                : Stream.of(top.table(part.name()));
        return part.read(tables.<SettingsSection>map(table -> section(part.name(), table)).toList());
    }

    /**
     * To be asked when everybody has read.
     *
     * @throws BackupFault {@code SETTINGS_INVALID} with one line for each problem
     */
    public void requireSound(Messages messages) {
        List<SettingsProblem> problems = new ArrayList<>(read.syntaxProblems());
        problems.addAll(found);
        sections.forEach(section -> problems.addAll(section.unread()));
        if (!problems.isEmpty()) {
            throw BackupFault.of(FaultCode.SETTINGS_INVALID, file, problems.size()).withDetails(
                    problems.stream().distinct().sorted().map(problem -> problem.text(messages)).toList());
        }
    }

    private TableSection section(String name, SettingsTable table) {
        Path folder = file.toAbsolutePath().getParent();
        TableSection section = new TableSection(name, table, folder == null ? file : folder, found);
        sections.add(section);
        return section;
    }
}
