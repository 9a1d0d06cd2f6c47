package br.com.dmbackup.agent.api;

import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsLeaves;
import br.com.dmbackup.core.settings.SettingsLeaves.Leaf;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where masks may stand in changed settings: under the same key of the same table as they were shown, so that nobody gets
 * to read a secret, or has it sent somewhere, by giving it another key. One that was shown in a comment, or in a file that
 * could not be read, stays in the line that it stood in.
 *
 * @param shown the masked text
 * @param masks how many there are in it
 */
record MaskPlaces(String shown, int masks) {
    static final Pattern MASKED = Pattern.compile("([\"'])•••(\\d{0,4})\\1");
    private static final String DOTS = "•••";

    /** Line and column, counted from 1. */
    record Place(int line, int column) {}

    Optional<Place> firstWrong(String changed) {
        List<Leaf> before = leaves(shown);
        List<Leaf> now = leaves(changed);
        boolean readable = SettingsFile.parse(shown).syntaxProblems().isEmpty();
        return MASKED.matcher(changed).results()
                .filter(mask -> !right(mask, changed, before, now, readable)).findFirst()
                .map(mask -> place(changed, mask.start()));
    }

    private boolean right(MatchResult mask, String changed, List<Leaf> before, List<Leaf> now, boolean readable) {
        int number = number(mask);
        if (number < 1 || number > masks) {
            return false;
        }
        String dots = DOTS + number;
        long inText = MASKED.matcher(changed).results().filter(other -> number(other) == number).count();
        Optional<String> key = before.stream().filter(leaf -> leaf.value().equals(dots)).map(MaskPlaces::key)
                .findFirst();
        if (key.isPresent()) {
            List<Leaf> with = now.stream().filter(leaf -> leaf.value() instanceof String text && text.equals(dots))
                    .toList();
            return with.size() == inText && with.stream().allMatch(leaf -> key(leaf).equals(key.get()));
        }
        return inText == 1 && (!readable || around(dots, now).equals(around(dots, before)))
                && shown.lines().anyMatch(line -> line.equals(lineAt(changed, mask.start())));
    }

    /** The keys of longer texts in which it stands; none for a comment. */
    private static List<String> around(String dots, List<Leaf> leaves) {
        return leaves.stream().filter(leaf -> leaf.value() instanceof String text && text.contains(dots))
                .map(MaskPlaces::key).toList();
    }

    /** Without the numbers of tables that stand in a list: their order may change. */
    private static String key(Leaf leaf) {
        return leaf.key().replaceAll("\\[\\d+]", "");
    }

    private static List<Leaf> leaves(String text) {
        return SettingsLeaves.of(SettingsFile.parse(text));
    }

    static int number(MatchResult mask) {
        return mask.group(2).isEmpty() ? 0 : Integer.parseInt(mask.group(2));
    }

    private static String lineAt(String text, int position) {
        int end = text.indexOf('\n', position);
        return text.substring(text.lastIndexOf('\n', position) + 1, end < 0 ? text.length() : end);
    }

    private static Place place(String text, int start) {
        String before = text.substring(0, start);
        return new Place((int) before.chars().filter(c -> c == '\n').count() + 1, start - before.lastIndexOf('\n'));
    }
}
