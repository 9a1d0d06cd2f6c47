package br.com.dmbackup.agent.notify.message;

import br.com.dmbackup.protocol.Cnpj;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of a text what must not leave the store: numbers of persons and companies, e-mail addresses, names of
 * persons in paths. Such things get in by the words of servers and of the system.
 */
final class Masked {
    private static final String STARS = "***";
    private static final Pattern CPF = Pattern
            .compile("(?<![\\d.])\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}(?![\\d.]\\d|\\d)");
    private static final Pattern CNPJ = Pattern
            .compile("(?<![0-9A-Za-z])[0-9A-Z]{2}\\.?[0-9A-Z]{3}\\.?[0-9A-Z]{3}/?[0-9A-Z]{4}-?\\d{2}(?!\\d)");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.%+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern PERSONS_FOLDER = Pattern
            .compile("(?i)([\\\\/](?:users|usuários|home)[\\\\/])[^\\\\/:\"]+");

    private Masked() {}

    static String text(String text) {
        String masked = ADDRESS.matcher(text).replaceAll(STARS);
        masked = PERSONS_FOLDER.matcher(masked).replaceAll("$1" + STARS);
        masked = CNPJ.matcher(masked).replaceAll(found -> isCompany(found) ? STARS : quoted(found));
        return CPF.matcher(masked).replaceAll(found -> isPerson(found.group()) ? STARS : quoted(found));
    }

    private static String quoted(MatchResult found) {
        return java.util.regex.Matcher.quoteReplacement(found.group());
    }

    /** A number with the marks of a CNPJ is one even when it was mistyped. */
    private static boolean isCompany(MatchResult found) {
        return found.group().contains("/") || Cnpj.parse(found.group()).isPresent();
    }

    /** Bare digits may be anything: only those with the right check digits are taken for a person's. */
    private static boolean isPerson(String written) {
        String digits = written.replaceAll("\\D", "");
        return written.contains("-") || (check(digits, 9) && check(digits, 10));
    }

    private static boolean check(String digits, int at) {
        int sum = 0;
        for (int i = 0; i < at; i++) {
            sum += (digits.charAt(i) - '0') * (at + 1 - i);
        }
        return digits.charAt(at) - '0' == sum * 10 % 11 % 10;
    }
}
