package br.com.dmbackup.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number by which Brazil registers a company, and DMBackup a store: twelve digits or, since July 2026, capital
 * letters, and two check digits. They are computed modulo 11 on each character's code less 48, so that the numbers of
 * digits alone are checked as ever (Receita Federal, Instrução Normativa 2.229/2024).
 *
 * @param value 14 characters without punctuation
 */
public record Cnpj(String value) {
    private static final Pattern PUNCTUATED = Pattern
            .compile("([0-9A-Z]{2})\\.?([0-9A-Z]{3})\\.?([0-9A-Z]{3})/?([0-9A-Z]{4})-?([0-9]{2})");
    private static final int BODY = 12;

    /**
     * @throws IllegalArgumentException when it is no CNPJ; {@link #parse} asks politely
     */
    public Cnpj {
        if (!value.matches("[0-9A-Z]{12}[0-9]{2}") || !checkDigitsFit(value)) {
            throw new IllegalArgumentException("not a CNPJ");
        }
    }

    /** The CNPJ written with or without its punctuation, in capital or small letters; none when it is not one. */
    public static Optional<Cnpj> parse(String text) {
        var matcher = PUNCTUATED.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String value = matcher.replaceAll("$1$2$3$4$5");
        return checkDigitsFit(value) ? Optional.of(new Cnpj(value)) : Optional.empty();
    }

    /** {@code 12.ABC.345/01DE-35} */
    public String formatted() {
        return value.substring(0, 2) + "." + value.substring(2, 5) + "." + value.substring(5, 8) + "/"
                + value.substring(8, 12) + "-" + value.substring(12);
    }

    @Override
    public String toString() {
        return formatted();
    }

    private static boolean checkDigitsFit(String value) {
        // One character repeated (00000000000000 among them) fits the sum, but no such company exists.
        return value.chars().distinct().count() > 1 && value.charAt(BODY) == checkDigit(value, BODY)
                && value.charAt(BODY + 1) == checkDigit(value, BODY + 1);
    }

    private static char checkDigit(String value, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int weight = (length - 1 - i) % 8 + 2;
            sum += (value.charAt(i) - '0') * weight;
        }
        int rest = sum % 11;
        return (char) ('0' + (rest < 2 ? 0 : 11 - rest));
    }
}
