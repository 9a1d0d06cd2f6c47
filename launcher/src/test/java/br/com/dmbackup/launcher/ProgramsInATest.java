package br.com.dmbackup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.awaitility.Awaitility;

/** A program folder with fake versions and a home, in a folder whose name has a blank and an accent. */
final class ProgramsInATest {
    static final Patience SHORT = new Patience(Duration.ofMillis(50), Duration.ofSeconds(3), Duration.ofSeconds(2),
            Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(700), 3);

    private final Programs programs;
    private final Path home;

    ProgramsInATest(Path folder) throws IOException {
        programs = new Programs(Files.createDirectories(folder.resolve("Meus programas ç")));
        home = Files.createDirectories(folder.resolve("A loja é"));
    }

    Programs programs() {
        return programs;
    }

    Path home() {
        return home;
    }

    ChildCommand command() {
        return new ChildCommand(Path.of(System.getProperty("java.home")), programs, home, Role.AGENT, List.of());
    }

    ProgramsInATest version(String version, String behaviour) throws IOException {
        Path folder = programs.version(version);
        Files.createDirectories(folder.resolve("lib"));
        Path told = folder.resolve("behaviour");
        Files.writeString(told, behaviour);
        Files.writeString(programs.optionsFile(version),
                "# options\n-XX:+UseSerialGC\n-XX:TieredStopAtLevel=1\n-Xmx16m\n-Dfile.encoding=UTF-8\n"
                        + "\"-Dbehaviour.file=" + told + "\"\n");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeAgent.class.getName());
        String type = FakeAgent.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files
                .newOutputStream(folder.resolve("lib").resolve("dmbackup-cli-" + version + ".jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream bytes = Objects
                        .requireNonNull(FakeAgent.class.getClassLoader().getResourceAsStream(type))) {
            jar.putNextEntry(new JarEntry(type));
            bytes.transferTo(jar);
        }
        return this;
    }

    ProgramsInATest wanted(String version, String previous) throws IOException {
        new Current(version, previous, "now").write(programs);
        return this;
    }

    List<String> events() {
        try {
            return Files.exists(home.resolve("events")) ? Files.readAllLines(home.resolve("events")) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    long count(String event) {
        return events().stream().filter(line -> line.startsWith(event)).count();
    }

    void awaitEvent(String event, int times) {
        Awaitility.await(event + " x" + times).atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(20))
                .until(() -> count(event) >= times);
    }

    String log() throws IOException {
        return Files.readString(home.resolve("state/logs/launcher.log"));
    }

    /** Of the child that was started last. */
    ProcessHandle lastChild() {
        String line = events().stream().filter(event -> event.startsWith("started")).reduce((a, b) -> b).orElseThrow();
        return ProcessHandle.of(Long.parseLong(line.substring(line.lastIndexOf(' ') + 1))).orElseThrow();
    }

    void assertNeverTwo() {
        assertThat(events()).noneMatch(event -> event.startsWith("SECOND"));
    }
}
