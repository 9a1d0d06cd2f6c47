package br.com.dmbackup.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A command line as a person types it in a shell. */
record TypedLine(String program, List<String> arguments) {
    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./~-]+");
    private static final String GOES_ON = " \\";
    private static final String INDENT = "    ";

    TypedLine {
        arguments = List.copyOf(arguments);
    }

    /** All on one line, to be copied. */
    String text() {
        return String.join(" ", words());
    }

    /** Broken where a shell lets it go on in the next line. */
    String text(int columns) {
        StringBuilder text = new StringBuilder();
        int used = 0;
        for (String part : parts()) {
            if (used > 0 && used + 1 + part.length() + GOES_ON.length() > columns) {
                text.append(GOES_ON).append(System.lineSeparator()).append(INDENT);
                used = INDENT.length();
            } else if (used > 0) {
                text.append(' ');
                used++;
            }
            text.append(part);
            used += part.length();
        }
        return text.toString();
    }

    /** Words that stay on one line: an option keeps its value. */
    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        boolean option = false;
        for (String word : words()) {
            if (option && !word.startsWith("--")) {
                parts.add(parts.removeLast() + " " + word);
            } else {
                parts.add(word);
            }
            option = word.startsWith("--");
        }
        return parts;
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(quoted(program));
        arguments.forEach(argument -> words.add(quoted(argument)));
        return words;
    }

    private static String quoted(String word) {
        return BARE.matcher(word).matches() ? word : '"' + word.replaceAll("([\\\\\"$`])", "\\\\$1") + '"';
    }
}
