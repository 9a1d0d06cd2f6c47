package br.com.dmbackup.service;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of the system that tests need: skipped visibly where one is missing, a failure in CI. */
public final class Tool {
    private Tool() {}

    /** Its path. */
    public static String needed(String name) {
        Path found = Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin").map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable).findFirst().orElse(null);
        if (found == null) {
            missing(name + " is not installed");
            throw new AssertionError("unreachable");
        }
        return found.toString();
    }

    /** Tests that give files away need root. */
    public static void rootNeeded() {
        if (!"root".equals(System.getProperty("user.name"))) {
            missing("only root can give files to another account");
        }
    }

    /** Runs it to its end. */
    public static Answer run(List<String> line) throws Exception {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /** @param text both its outputs */
    public record Answer(int code, String text) {}

    private static void missing(String why) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            fail(why);
        }
        Assumptions.abort(why);
    }
}
