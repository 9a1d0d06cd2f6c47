package br.com.dmbackup.service.systemd;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Words as a unit file wants them (systemd.unit(5), systemd.service(5), "Quoting", "Specifiers"). */
final class UnitText {
    private UnitText() {}

    /** A command line: each word in quotes, with everything that systemd would expand made plain. */
    static String command(List<String> words) {
        return words.stream().map(word -> "\"" + plain(word).replace("$", "$$") + "\"")
                .collect(Collectors.joining(" "));
    }

    /** A list of paths, each in quotes. What is missing when the service starts is passed over: it may come later. */
    static String paths(List<Path> paths) {
        return paths.stream().map(path -> "\"-" + plain(path.toString()) + "\"").collect(Collectors.joining(" "));
    }

    private static String plain(String word) {
        return word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
    }
}
