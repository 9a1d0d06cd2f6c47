package br.com.dmbackup.agent.api;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of the settings with {@code •••1}, {@code •••2} and so on in the place of its secrets, and what they stand
 * for. Works on the text as it is written, so that a file with mistakes can be shown and mended too.
 *
 * @param hidden what stood there, quotes and all; the first is {@code •••1}
 */
record MaskedSecrets(String text, List<String> hidden) {
    private static final String MASK = "•••";
    /** A value in quotes, and before it the key where that says that a secret follows. */
    private static final Pattern VALUE = Pattern.compile(
            "(?i)((?<![\\w-])[\"']?[\\w-]*(?:password|passphrase|secret|token|senha)[\\w-]*[\"']?\\s*=\\s*)?"
                    + "(\"(?:[^\"\\\\\\n]|\\\\.)*\"|'[^'\\n]*')");
    private static final Pattern MASKED = Pattern.compile("([\"'])" + MASK + "(\\d{0,4})\\1");
    private static final Pattern TO_SEAL = Pattern.compile("\"seal:(?:[^\"\\\\\\n]|\\\\.)*\"|'seal:[^'\\n]*'");

    static MaskedSecrets of(String text) {
        List<String> hidden = new ArrayList<>();
        String masked = VALUE.matcher(text).replaceAll(value -> {
            if (!secret(value)) {
                return Matcher.quoteReplacement(value.group());
            }
            hidden.add(value.group(2));
            String before = value.group(1) == null ? "" : value.group(1);
            return Matcher.quoteReplacement(before + '"' + MASK + hidden.size() + '"');
        });
        return new MaskedSecrets(masked, hidden);
    }

    /** Where a changed text has a mask that stands for nothing: line and column, counted from 1. */
    record Unknown(int line, int column) {}

    Optional<Unknown> unknownIn(String changed) {
        return MASKED.matcher(changed).results().filter(mask -> number(mask) < 1 || number(mask) > hidden.size())
                .findFirst().map(mask -> {
                    String before = changed.substring(0, mask.start());
                    return new Unknown((int) before.chars().filter(c -> c == '\n').count() + 1,
                            mask.start() - before.lastIndexOf('\n'));
                });
    }

    /** A changed text with the secrets back in the places of their masks. */
    String uncover(String changed) {
        return MASKED.matcher(changed)
                .replaceAll(mask -> Matcher.quoteReplacement(hidden.get(number(mask) - 1)));
    }

    /** Seals every value that says {@code seal:} and a secret, so that none ever gets to the disk in plain text. */
    static String seal(String text, SecretSealer sealer) {
        return TO_SEAL.matcher(text).replaceAll(value -> {
            Optional<Object> plain = SettingsFile.parse("v = " + value.group()).get("", "v");
            return Matcher.quoteReplacement(plain.map(it -> it.toString().substring("seal:".length()))
                    .filter(it -> !it.isEmpty()).map(it -> '"' + sealer.seal(new Secret(it.toCharArray())) + '"')
                    .orElse(value.group()));
        });
    }

    private static boolean secret(MatchResult value) {
        String content = value.group(2).substring(1);
        return content.startsWith("sealed:")
                || (value.group(1) != null && content.length() > 1 && !content.startsWith("file:"));
    }

    private static int number(MatchResult mask) {
        return mask.group(2).isEmpty() ? 0 : Integer.parseInt(mask.group(2));
    }

    @Override
    public String toString() {
        return "MaskedSecrets[" + hidden.size() + "]";
    }
}
