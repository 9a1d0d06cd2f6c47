package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A TOML file of one section that a person prepared, such as the answers for ten computers of one day. Read like the
 * settings: everything that is wrong is told together, a key that nobody asks for included. Unlike the settings it may
 * be writable by others (it comes on a pen drive), as a person names it each time.
 */
public final class AnswersFile {
    private final List<SettingsProblem> found = new ArrayList<>();
    private final List<SettingsProblem> syntax;
    private final TableSection section;

    private AnswersFile(SettingsFile file, Path home) {
        this.syntax = file.syntaxProblems();
        this.section = new TableSection("", file.table(), home, found);
    }

    /**
     * @param home what paths in it are relative to
     * @throws BackupFault {@code FILE_UNREADABLE}
     */
    public static AnswersFile read(Path file, Path home) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return new AnswersFile(SettingsFile.parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()),
                    home);
        } catch (CharacterCodingException notUtf8) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, file, "UTF-8").causedBy(notUtf8);
        } catch (IOException unreadable) {
            throw BackupFault.of(FaultCode.FILE_UNREADABLE, file, unreadable.getClass().getSimpleName())
                    .causedBy(unreadable);
        }
    }

    public SettingsSection section() {
        return section;
    }

    public boolean has(String key) {
        return section.has(key);
    }

    /** Everything that is wrong, once all keys were asked for. */
    public List<SettingsProblem> problems() {
        return Stream.of(syntax, found, section.unread()).flatMap(List::stream).distinct().sorted().toList();
    }
}
