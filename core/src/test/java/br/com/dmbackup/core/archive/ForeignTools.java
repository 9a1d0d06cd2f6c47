package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of others that must read what we write. */
final class ForeignTools {
    private ForeignTools() {}

    /** Skips the test, or fails it on the build server, when the program is not installed. */
    static void require(String program) {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        require(there, program + " is not installed");
    }

    static void require(boolean there, String why) {
        if (!there && "true".equals(System.getenv("CI"))) {
            fail(why);
        }
        Assumptions.assumeTrue(there, why);
    }

    static Optional<Path> java17() {
        return Stream.of("/usr/lib/jvm/java-17-openjdk-amd64", "/usr/lib/jvm/temurin-17-jdk-amd64",
                System.getenv().getOrDefault("JAVA17_HOME", "/nowhere")).map(home -> Path.of(home, "bin", "java"))
                .filter(Files::isExecutable).findFirst();
    }

    /** Runs a program to its good end and returns everything it said. */
    static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(said.toFile()).start();
            boolean ended = process.waitFor(20, TimeUnit.MINUTES);
            String text = Files.readString(said, StandardCharsets.ISO_8859_1);
            assertThat(ended).as("%s ended: %s", command, text).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, text).isZero();
            return text;
        } finally {
            Files.delete(said);
        }
    }
}
