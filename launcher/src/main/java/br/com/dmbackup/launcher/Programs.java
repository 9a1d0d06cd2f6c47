package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program folder: a folder for every release, each what a distribution holds, the file {@code current} that says
 * which one is wanted, and {@code launcher/} with the launcher itself. Data is never kept here.
 *
 * @param root absolute
 * @param single whether it is no such folder but one unpacked distribution, which is then the only version
 */
public record Programs(Path root, boolean single) {
    /** The only version's name in a single one. */
    static final String ONLY = "unpacked";

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._+-]{0,63}");

    public Programs {
        root = root.toAbsolutePath().normalize();
    }

    /** One with versions. */
    public Programs(Path root) {
        this(root, false);
    }

    /** Whether it may name a version: never a path. */
    public static boolean named(String version) {
        return VERSION.matcher(version).matches();
    }

    public Path versions() {
        return root.resolve("versions");
    }

    /** @param version one that {@link #named} accepts */
    public Path version(String version) {
        if (!named(version)) {
            throw new IllegalArgumentException("no version: " + version);
        }
        return single ? root : versions().resolve(version);
    }

    public Path currentFile() {
        return root.resolve("current");
    }

    public Path launcherJar() {
        return root.resolve("launcher").resolve("dmbackup-launcher.jar");
    }

    /** One option of the Java VM a line, as its {@code @file} arguments are written. */
    public Path optionsFile(String version) {
        return version(version).resolve("jvm.options");
    }

    /** The main jar of a version; none where that version is not whole. */
    public Optional<Path> jar(String version) {
        Path library = version(version).resolve("lib");
        try (Stream<Path> files = Files.list(library)) {
            return files.filter(file -> file.getFileName().toString().matches("dmbackup-cli-.*\\.jar"))
                    .filter(Programs::filled).sorted().findFirst();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** The versions that are here, whole, by name. */
    public List<String> whole() {
        if (single) {
            return jar(ONLY).isPresent() ? List.of(ONLY) : List.of();
        }
        try (Stream<Path> folders = Files.list(versions())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> named(name) && jar(name).isPresent()).sorted().toList();
        } catch (IOException missing) {
            return List.of();
        }
    }

    /** What is wanted; none where nobody said so legibly. */
    public Optional<Current> current() {
        return single ? Optional.of(new Current(ONLY, "", "")) : Current.read(currentFile());
    }

    private static boolean filled(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException gone) {
            return false;
        }
    }
}
