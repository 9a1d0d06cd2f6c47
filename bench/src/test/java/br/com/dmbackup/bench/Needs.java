package br.com.dmbackup.bench;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What a test needs of the system: without it, it is skipped; in CI it fails. */
public final class Needs {
    private Needs() {}

    public static void program(String name) {
        that(installed(name), name + " is not installed");
    }

    public static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    public static void that(boolean there, String why) {
        if (!there && "true".equals(System.getenv("CI"))) {
            fail(why);
        }
        Assumptions.assumeTrue(there, why);
    }
}
