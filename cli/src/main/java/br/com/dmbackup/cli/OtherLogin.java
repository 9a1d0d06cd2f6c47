package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The database's section of the settings with somebody else's user and password, which stand nowhere else. */
final class OtherLogin implements SettingsSection {
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    /** Whoever is named logs in by name. */
    private static final String LOGIN = "login";
    private static final String NAMELESS = "integrated";

    private final SettingsSection told;
    private final String user;
    private final Secret password;
    private boolean taken;

    OtherLogin(SettingsSection told, String user, Secret password) {
        this.told = told;
        this.user = user;
        this.password = password;
    }

    /** Whether anybody asked for the user. */
    boolean taken() {
        return taken;
    }

    @Override
    public String text(String key) {
        return optionalText(key).orElseGet(() -> told.text(key));
    }

    @Override
    public Optional<String> optionalText(String key) {
        taken |= key.equals(USER);
        return key.equals(USER) ? Optional.of(user) : told.optionalText(key);
    }

    @Override
    public Optional<Secret> optionalSecret(String key) {
        return key.equals(PASSWORD) ? Optional.of(password) : told.optionalSecret(key);
    }

    @Override
    public String choice(String key, String otherwise, List<String> words) {
        String word = told.choice(key, otherwise, words);
        return key.equals(LOGIN) && word.equals(NAMELESS) ? otherwise : word;
    }

    @Override
    public Path path(String key) {
        return told.path(key);
    }

    @Override
    public Path path(String key, String text) {
        return told.path(key, text);
    }

    @Override
    public List<String> texts(String key) {
        return told.texts(key);
    }

    @Override
    public Optional<List<String>> optionalTexts(String key) {
        return told.optionalTexts(key);
    }

    @Override
    public long integer(String key, long otherwise, long min, long max) {
        return told.integer(key, otherwise, min, max);
    }

    @Override
    public boolean flag(String key, boolean otherwise) {
        return told.flag(key, otherwise);
    }

    @Override
    public void skip() {
        told.skip();
    }

    @Override
    public void problem(String key, String messageKey, Object... arguments) {
        told.problem(key, messageKey, arguments);
    }
}
