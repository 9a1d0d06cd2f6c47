package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.installation.NewHome;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsLeaves;
import br.com.dmbackup.core.settings.SettingsLeaves.Leaf;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /v1/settings}: the settings file as text, its secrets masked, and another one in its place. What is written was
 * read before by everybody who has a say in it; the running agent takes it up at once, and what a person edits on the disk
 * within a minute.
 */
final class SettingsDesk {
    static final String TOML = "application/toml";
    private static final int LARGEST = 1 << 20;
    /** What is run, and by whose rules: a kind of database may be a program of its own. */
    private static final Pattern PROGRAMS = Pattern.compile("database\\.(engine|command|programs)([.\\[].*)?");

    private final AgentDesk desk;
    private final HomeDoor door;
    private final ApiKeys keys;

    SettingsDesk(AgentDesk desk, HomeDoor door, ApiKeys keys) {
        this.desk = desk;
        this.door = door;
        this.keys = keys;
    }

    void show(Caller caller) throws IOException {
        String text = present();
        caller.exchange().getResponseHeaders().set("ETag", version(text));
        caller.answer(200, TOML + "; charset=utf-8",
                MaskedSecrets.of(text).text().getBytes(StandardCharsets.UTF_8));
    }

    void change(Caller caller) throws IOException {
        String sent = caller.text(LARGEST);
        keep(caller, false, present -> {
            MaskedSecrets masked = MaskedSecrets.of(present);
            masked.unknownIn(sent).ifPresent(at -> {
                throw Refusal.of(new Unsound(file(), List.of(new SettingsProblem(at.line(), at.column(), "",
                        "settings.mask_unknown", List.of()))).fault(caller.words()));
            });
            return MaskedSecrets.seal(masked.uncover(sent), SecretSealer.inHome(door.home().root()));
        }, settings -> {});
    }

    /**
     * Puts another text in the place of the present one, if the caller has read that and everybody who has a say in it
     * finds nothing wrong, and answers.
     *
     * @param first whether there may be no settings yet
     * @param changed what becomes of the present text
     * @param before done with the sound settings just before they are kept
     */
    synchronized void keep(Caller caller, boolean first, UnaryOperator<String> changed, Consumer<SettingsFile> before)
            throws IOException {
        if (caller.header("If-Match").isEmpty()) {
            throw Refusal.notUnderstood(428, "why.api_if_match");
        }
        String present = first ? presentOrNone() : present();
        if (!caller.header("If-Match").equals(version(present))) {
            throw Refusal.of(FaultCode.SETTINGS_CHANGED_MEANWHILE);
        }
        String text = changed.apply(present);
        SettingsFile settings = SettingsFile.parse(text);
        switch (door.proposed(text)) {
            case Sound sound -> {
                requireAllowed(caller, present, settings);
                before.accept(settings);
                settings.save(file());
                if (present.isEmpty()) {
                    NewHome.ofNewSettings(file());
                }
                takeUp();
            }
            case Unsound unsound -> throw Refusal.of(unsound.fault(caller.words()));
        }
        caller.exchange().getResponseHeaders().set("ETag", version(present()));
        caller.done();
    }

    /** What was kept holds from now on. */
    void takeUp() {
        desk.settingsChanged();
    }

    /** A password can be guessed or overheard: it must not be worth as much as the account that the agent runs as. */
    void requireAllowed(Caller caller, String present, SettingsFile wanted) {
        if (!holdsTokenFile(caller)) {
            requireSamePrograms(SettingsFile.parse(present), wanted);
        }
    }

    private boolean holdsTokenFile(Caller caller) {
        String token = caller.header("Authorization").replaceFirst("^Bearer ", "").strip();
        return keys.role(token).filter(AgentRole.ADMIN::equals).isPresent();
    }

    private static void requireSamePrograms(SettingsFile before, SettingsFile after) {
        List<Leaf> programs = programs(before);
        List<Leaf> wanted = programs(after);
        if (!programs.equals(wanted)) {
            String changed = Stream.concat(wanted.stream().filter(leaf -> !programs.contains(leaf)),
                    programs.stream().filter(leaf -> !wanted.contains(leaf)))
                    .map(leaf -> leaf.key().replaceFirst("\\[\\d+]$", "")).distinct()
                    .collect(Collectors.joining(", "));
            throw Refusal.of(FaultCode.SETTINGS_NEED_ADMINISTRATOR, changed);
        }
    }

    private static List<Leaf> programs(SettingsFile file) {
        return SettingsLeaves.of(file).stream().filter(leaf -> PROGRAMS.matcher(leaf.key()).matches()).toList();
    }

    private Path file() {
        return door.home().settingsFile();
    }

    /** The settings as they are; empty where there are none yet. */
    String presentOrNone() {
        return Files.exists(file()) ? present() : "";
    }

    private String present() {
        try {
            if (Files.size(file()) > LARGEST) {
                throw BackupFault.of(FaultCode.SETTINGS_UNREADABLE, file(), "> " + LARGEST + " bytes");
            }
            return new String(Files.readAllBytes(file()), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw BackupFault.of(FaultCode.SETTINGS_MISSING, file()).causedBy(e);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.SETTINGS_UNREADABLE, file(), FileWords.of(e)).causedBy(e);
        }
    }

    static String version(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
