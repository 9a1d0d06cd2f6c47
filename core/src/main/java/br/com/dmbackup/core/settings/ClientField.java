package br.com.dmbackup.core.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of the client data: the key under which it stands in {@code [store]}, and what may stand there. */
public enum ClientField {
    /** The company's registered name (<i>razão social</i>). */
    LEGAL_NAME("legal_name", Form.LINE),
    /** Street, number and district. */
    ADDRESS("address", Form.LINE),
    CITY("city", Form.LINE),
    /** Abbreviation of the federative unit (<i>UF</i>). */
    STATE("state", Form.STATE),
    /** <i>CEP</i>, eight digits. */
    POSTAL_CODE("postal_code", Form.POSTAL_CODE),
    PHONE("phone", Form.PHONE),
    EMAIL("email", Form.EMAIL),
    /** The person to ask for. */
    CONTACT("contact", Form.LINE);

    private final String key;
    private final Form form;

    ClientField(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    private enum Form {
        LINE("settings.client.line", "[^\\p{Cntrl}]{1,200}"),
        /** The 26 states and the Federal District. */
        STATE("settings.client.state", "(?i:A[CLMP]|BA|CE|DF|ES|GO|M[AGST]|P[ABEIR]|R[JNORS]|S[CEP]|TO)"),
        /** Eight digits. */
        POSTAL_CODE("settings.client.postal_code", "\\d{5}-?\\d{3}"),
        /** Eight to fifteen digits, with what people write between them. */
        PHONE("settings.client.phone", "\\+?[ ().-]*(?:\\d[ ().-]*){8,15}"),
        /** A single address without a name around it. */
        EMAIL("settings.client.email", "[^\\s\\p{Cntrl}@<>(),;:\"]{1,64}@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+");

        private final String messageKey;
        private final Pattern pattern;

        Form(String messageKey, String pattern) {
            this.messageKey = messageKey;
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** The key in the settings file. */
    public String key() {
        return key;
    }

    /** The option of the assistant, without its two hyphens. */
    public String option() {
        return key.replace('_', '-');
    }

    /** Key of the text that says what should stand there; it never repeats what does. Empty when all is well. */
    public Optional<String> objection(String written) {
        return form.pattern.matcher(written.strip()).matches() ? Optional.empty() : Optional.of(form.messageKey);
    }

    /** The one way in which the same thing is always written. Only for what has no {@link #objection}. */
    public String usual(String written) {
        String text = written.strip();
        return switch (this) {
            case STATE -> text.toUpperCase(Locale.ROOT);
            case POSTAL_CODE -> text.replace("-", "").replaceFirst("(.{5})", "$1-");
            case LEGAL_NAME, ADDRESS, CITY, PHONE, EMAIL, CONTACT -> text;
        };
    }
}
