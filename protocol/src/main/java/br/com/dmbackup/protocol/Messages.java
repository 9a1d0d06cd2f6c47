package br.com.dmbackup.protocol;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Texts in one language. The files are {@code messages_<tag>.properties} beside this class, UTF-8, one for each
 * {@link Language}, all with the same keys; the patterns are those of {@link java.text.MessageFormat}, with
 * <code>{n,size}</code>, <code>{n,plain}</code> and <code>{n,moment}</code> besides. Immutable.
 */
public final class Messages {
    private final Language language;
    private final ResourceBundle texts;

    private Messages(Language language, ResourceBundle texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The words that all programs share. */
    public static Messages in(Language language) {
        return in(language, "br.com.dmbackup.protocol.messages");
    }

    /** The texts of one program's own files, {@code <bundle>_<tag>.properties}. */
    public static Messages in(Language language, String bundle) {
        return new Messages(language, ResourceBundle.getBundle(bundle, language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public Language language() {
        return language;
    }

    public Locale locale() {
        return language.locale();
    }

    /**
     * The text under a key with its arguments filled in; a {@link Phrase} among them is said in this language.
     *
     * @throws java.util.MissingResourceException when no file holds the key: a defect, found by the key test
     */
    public String text(String key, Object... arguments) {
        Object[] told = arguments.clone();
        for (int i = 0; i < told.length; i++) {
            if (told[i] instanceof Phrase phrase) {
                told[i] = phrase.in(this);
            }
        }
        return TextPattern.compile(texts.getString(key), locale()).format(told);
    }

    /** Whether the key exists. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** What happened, in words. */
    public String faultText(FaultCode code, Object... arguments) {
        return text(code.messageKey(), arguments);
    }

    /** What the person can do about it. */
    public String faultHint(FaultCode code, Object... arguments) {
        return text(code.hintKey(), arguments);
    }

    /** Something worth telling that is no fault. */
    public String notice(NoticeCode code, Object... arguments) {
        return text(code.messageKey(), arguments);
    }

    /** The text of the status line. */
    public String status(StatusText status) {
        return text(status.messageKey());
    }
}
