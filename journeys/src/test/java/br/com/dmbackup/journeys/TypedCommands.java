package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.RealProgram.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Commands as a person types them in a folder, each run by the real program, and what they leave there. */
record TypedCommands(Path folder) {
    static final String PASSWORD_FILE = "senha.txt";

    /** Runs one that must succeed. */
    String ok(String... words) throws IOException, InterruptedException {
        Ended ended = run(words);
        assertThat(ended.code()).as(ended.text()).isZero();
        return ended.text();
    }

    Ended run(String... words) throws IOException, InterruptedException {
        return new RealProgram(folder).run(new ArrayList<>(Arrays.asList(words)));
    }

    /** For {@code --password-file}. */
    void writePassword(String password) throws IOException {
        Path file = folder.resolve(PASSWORD_FILE);
        Files.writeString(file, password + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** Every file's text, to be searched for what must not be there. */
    List<String> everythingWritten() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
