package br.com.dmbackup.link.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinkPageTest {
    private static final Path PAGE = Path.of("..", "docs", "format", "link.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_0-9]+)` \\| [→←]+ \\| (\\d+) \\| ([0-9,]+) \\|.*");

    @Test
    void thePageHasEveryKindWithItsNumberAndLimit() throws IOException {
        Map<String, String> onThePage = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                onThePage.put(row.group(1), row.group(2) + ", at most " + row.group(3).replace(",", ""));
            }
        }
        Map<String, String> inTheProgram = new TreeMap<>();
        Arrays.stream(MessageKind.values()).forEach(
                kind -> inTheProgram.put(kind.name(), kind.number() + ", at most " + kind.limitBytes()));

        assertThat(onThePage).isEqualTo(inTheProgram);
    }
}
