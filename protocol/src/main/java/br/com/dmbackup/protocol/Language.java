package br.com.dmbackup.protocol;

import java.util.Locale;
import java.util.Optional;

/** The languages that DMBackup speaks. Portuguese is first, and what every unknown locale gets. */
public enum Language {
    PT_BR("pt-BR"), EN("en"), ES("es");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as written in the settings and after {@code --lang}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language with that tag ({@code pt}, {@code pt_BR} and {@code PT-br} are understood), or none. */
    public static Optional<Language> ofTag(String tag) {
        String wanted = tag.replace('_', '-').toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            String own = language.tag.toLowerCase(Locale.ROOT);
            if (wanted.equals(own) || wanted.equals(language.locale().getLanguage())
                    || wanted.startsWith(language.locale().getLanguage() + "-")) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /**
     * The language for a POSIX locale such as {@code es_AR.UTF-8}; Portuguese for {@code C}, {@code POSIX}, none or an
     * unknown one.
     */
    public static Language ofPosixLocale(String posixLocale) {
        int dot = posixLocale.indexOf('.');
        return ofTag(dot < 0 ? posixLocale : posixLocale.substring(0, dot)).orElse(PT_BR);
    }
}
