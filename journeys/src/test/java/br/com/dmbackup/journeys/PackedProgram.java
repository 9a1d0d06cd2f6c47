package br.com.dmbackup.journeys;

import br.com.dmbackup.cli.Dmbackup;
import br.com.dmbackup.launcher.Launcher;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program in a folder as a store has it, made of the classes under test: {@code lib} with the main jar and the
 * launcher's, which name all other libraries where the build has them.
 *
 * @param folder holds {@code lib}
 */
record PackedProgram(Path folder) {

    static PackedProgram in(Path folder) throws Exception {
        Path library = Files.createDirectories(folder.resolve("lib"));
        pack(library.resolve("dmbackup-cli-9.jar"), Dmbackup.class);
        pack(library.resolve("dmbackup-launcher-9.jar"), Launcher.class);
        Files.writeString(folder.resolve("jvm.options"), "-XX:+UseSerialGC\n-XX:TieredStopAtLevel=1\n-Xmx128m\n");
        return new PackedProgram(folder);
    }

    /** A command, as the start script runs it. */
    ProcessBuilder command(List<String> options, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        line.addAll(options);
        line.addAll(List.of("-jar", folder.resolve("lib/dmbackup-cli-9.jar").toString()));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("DMBACKUP_LOCALE", "pt_BR.UTF-8");
        return builder;
    }

    private static void pack(Path file, Class<?> main) throws Exception {
        Manifest manifest = new Manifest();
        Attributes told = manifest.getMainAttributes();
        told.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        told.put(Attributes.Name.MAIN_CLASS, main.getName());
        told.put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        told.put(Attributes.Name.CLASS_PATH, Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty()).map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
        Path classes = Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            if (Files.isDirectory(classes)) {
                copyFolder(classes, jar);
            } else {
                copyJar(classes, jar);
            }
        }
    }

    private static void copyFolder(Path classes, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path content : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(content).toString()));
                Files.copy(content, jar);
            }
        }
    }

    private static void copyJar(Path classes, JarOutputStream jar) throws IOException {
        try (JarFile source = new JarFile(classes.toFile())) {
            for (JarEntry entry : source.stream().filter(entry -> !entry.isDirectory()
                    && !entry.getName().equals(JarFile.MANIFEST_NAME)).toList()) {
                jar.putNextEntry(new JarEntry(entry.getName()));
                source.getInputStream(entry).transferTo(jar);
            }
        }
    }
}
