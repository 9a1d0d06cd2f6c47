package br.com.dmbackup.cli.support;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.settings.SecretReference;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsLeaves;
import br.com.dmbackup.core.settings.SettingsLeaves.Leaf;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings as support may see them: numbers, switches, and texts of a few harmless keys. Every other text counts as
 * private until its key is named here, comments are left out.
 *
 * @param lines what is shown
 * @param privateWords what must not be seen anywhere else in the bundle either
 * @param wordsKnown whether those are known; else nothing may go into the bundle in which one could stand
 */
record MaskedSettings(List<String> lines, List<String> privateWords, boolean wordsKnown) {
    private static final Pattern VALUE = Pattern.compile("[=,\\[]\\s*[\"']{0,3}([^\"'\\r\\n]+)");
    private static final Set<String> HARMLESS = Set.of("engine", "kind", "language", "time_zone", "path", "host",
            "port",
            "instance", "staging", "staging_on_server", "encryption", "login", "sslmode", "from", "until", "days",
            "at");
    /** Hidden, but often a word such as "backup", which must stay readable elsewhere. */
    private static final String LOGIN = "user";
    private static final Set<String> HARMLESS_WHOLE = Set.of("database.name", "database.database");

    static MaskedSettings of(Home home, Messages words) {
        try {
            SettingsFile file = SettingsFile.load(home.settingsFile());
            if (!file.syntaxProblems().isEmpty()) {
                return unread(file.syntaxProblems().stream().map(MaskedSettings::place).toList(), home);
            }
            return of(SettingsLeaves.of(file), home);
        } catch (BackupFault unreadable) {
            return unread(List.of("DM-" + unreadable.code().number()), home);
        }
    }

    private static MaskedSettings of(List<Leaf> leaves, Home home) {
        List<String> lines = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (!(leaf.value() instanceof String text) || harmless(leaf)) {
                lines.add(leaf.key() + " = " + leaf.value());
            } else {
                lines.add(leaf.key() + " = (" + text.length() + ")");
                if (!leaf.ownKey().equals(LOGIN)) {
                    hidden.add(text);
                }
                SecretReference.resolve(text, home.root(), (key, arguments) -> {})
                        .ifPresent(secret -> hidden.add(new String(secret.value())));
            }
        }
        return new MaskedSettings(lines, hidden, true);
    }

    /** Nobody can tell which value stands under which key: all of them count as private. */
    private static MaskedSettings unread(List<String> lines, Home home) {
        try {
            byte[] bytes = Files.readAllBytes(home.settingsFile());
            // Whoever saved it may have used the encoding of an older Windows.
            List<String> words = Stream.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)
                    .map(charset -> new String(bytes, charset)).flatMap(text -> VALUE.matcher(text).results())
                    .map(found -> found.group(1)).distinct().toList();
            return new MaskedSettings(lines, words, true);
        } catch (IOException hidden) {
            return new MaskedSettings(lines, List.of(), false);
        }
    }

    private static boolean harmless(Leaf leaf) {
        return HARMLESS.contains(leaf.ownKey()) || HARMLESS_WHOLE.contains(leaf.key())
                || leaf.key().matches("destination\\[\\d+]\\.name");
    }

    /** Where it is wrong; what stands there stays in the store. */
    private static String place(SettingsProblem problem) {
        return problem.line() + ":" + problem.column() + " " + problem.messageKey();
    }
}
