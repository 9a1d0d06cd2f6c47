package br.com.dmbackup.service;

import br.com.dmbackup.launcher.Launcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A distribution as it is unpacked, with the real launcher and a fake agent. */
public final class PackedProgram {
    private PackedProgram() {}

    /** Makes one in that folder. */
    public static ProgramFiles in(Path folder) throws Exception {
        Path library = Files.createDirectories(folder.resolve("lib"));
        String fake = FakeAgent.class.getName().replace('.', '/') + ".class";
        try (InputStream bytes = Objects.requireNonNull(FakeAgent.class.getClassLoader().getResourceAsStream(fake))) {
            jar(library.resolve("dmbackup-cli-1.0.jar"), FakeAgent.class.getName(),
                    Map.of(fake, bytes.readAllBytes()));
        }
        jar(library.resolve("dmbackup-launcher-1.0.jar"), Launcher.class.getName(), launcher());
        Files.writeString(folder.resolve("jvm.options"), "-XX:+UseSerialGC\n-Xmx16m\n");
        Files.writeString(folder.resolve("dmbackup"), "#!/bin/sh\necho \"$@\"\n");
        if (!folder.resolve("dmbackup").toFile().setExecutable(true)) {
            throw new IOException("not executable");
        }
        return ProgramFiles.inLibrary(library);
    }

    private static Map<String, byte[]> launcher() throws Exception {
        Path classes = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isRegularFile(classes)) {
            try (java.util.jar.JarFile jar = new java.util.jar.JarFile(classes.toFile())) {
                Map<String, byte[]> found = new java.util.TreeMap<>();
                for (JarEntry entry : java.util.Collections.list(jar.entries())) {
                    if (entry.getName().endsWith(".class")) {
                        found.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
                    }
                }
                return found;
            }
        }
        try (Stream<Path> files = Files.walk(classes)) {
            Map<String, byte[]> found = new java.util.TreeMap<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                found.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            return found;
        }
    }

    private static void jar(Path file, String main, Map<String, byte[]> contents) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                jar.putNextEntry(new JarEntry(content.getKey()));
                jar.write(content.getValue());
            }
        }
    }
}
