package br.com.dmbackup.service.systemd;

import java.util.ArrayList;
import java.util.List;

/** Reads a unit as systemd does, as far as our units need it: for the tests. */
record UnitFile(String text) {

    String value(String key) {
        return text.lines().filter(line -> line.startsWith(key + "=")).map(line -> line.substring(key.length() + 1))
                .findFirst().orElseThrow();
    }

    /** The words of a command line: quotes, backslashes, doubled signs; anything that would be expanded is refused. */
    List<String> command(String key) {
        String line = value(key).replaceFirst("^-", "");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '"') {
                if (inside) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inside = !inside;
            } else if (sign == '\\') {
                word.append(line.charAt(++i));
            } else if (sign == '%' || sign == '$') {
                if (line.charAt(i + 1) != sign) {
                    throw new IllegalStateException("would be expanded: " + line.substring(i));
                }
                word.append(sign);
                i++;
            } else if (inside) {
                word.append(sign);
            } else if (sign != ' ') {
                throw new IllegalStateException("outside of quotes: " + line.substring(i));
            }
        }
        return words;
    }
}
