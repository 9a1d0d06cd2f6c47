package br.com.dmbackup.testkit.settings;

import br.com.dmbackup.core.settings.AnswersFile;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.core.settings.SettingsSection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One section's lines, read by the real reader. */
public final class WrittenSection {
    private final AnswersFile file;

    private WrittenSection(AnswersFile file) {
        this.file = file;
    }

    /**
     * @param home where they are written, and what paths in them are relative to
     * @param lines such as {@code path = "loja.db"}
     */
    public static WrittenSection in(Path home, String... lines) {
        try {
            Path written = Files.createTempFile(home, "section", ".toml");
            Files.write(written, List.of(lines));
            return new WrittenSection(AnswersFile.read(written, home));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As an engine or a destination gets it. */
    public SettingsSection section() {
        return file.section();
    }

    /** Everything that is wrong, once it was read: also the keys that nobody asked for. */
    public List<SettingsProblem> problems() {
        return file.problems();
    }
}
