package br.com.dmbackup.testkit.sqlserver.message;

import java.util.Arrays;
import java.util.Optional;

/** Languages of messages, by the names that LOGIN7 and {@code sys.syslanguages} use. */
public enum Language {
    ENGLISH("us_english", "en"), GERMAN("Deutsch", "de"), SPANISH("Español", "es"), BRAZILIAN("Português (Brasil)",
            "pt");

    private final String serverName;
    private final String file;

    Language(String serverName, String file) {
        this.serverName = serverName;
        this.file = file;
    }

    public String serverName() {
        return serverName;
    }

    String file() {
        return file;
    }

    public static Optional<Language> named(String serverName) {
        return Arrays.stream(values()).filter(language -> language.serverName.equalsIgnoreCase(serverName)).findFirst();
    }
}
