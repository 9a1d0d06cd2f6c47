package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds tools that fit a server. Only the folder of the settings where one is named there; else {@code PATH} and the
 * folders where packages and installers put PostgreSQL. A tool must not be older than the server; the server's own
 * version is best, for what a newer tool writes an older server may not understand when it comes back.
 */
final class ToolSearch {
    /** A folder that holds one folder for each version, and what leads from there to the programs. */
    record Family(Path parent, String within) {}

    private final Optional<Path> chosen;
    private final List<Path> folders;
    private final List<Family> families;
    private final String ending;

    ToolSearch(Optional<Path> chosen, List<Path> folders, List<Family> families, String ending) {
        this.chosen = chosen;
        this.folders = folders;
        this.families = families;
        this.ending = ending;
    }

    /** On this machine. */
    static ToolSearch here(Optional<Path> chosen) {
        boolean windows = File.separatorChar == '\\';
        List<Family> families = new ArrayList<>();
        if (windows) {
            for (String root : List.of("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")) {
                Optional.ofNullable(System.getenv(root))
                        .ifPresent(folder -> families.add(new Family(Path.of(folder, "PostgreSQL"), "bin")));
            }
        } else {
            families.add(new Family(Path.of("/usr/lib/postgresql"), "bin"));
            families.add(new Family(Path.of("/usr"), "bin"));
            families.add(new Family(Path.of("/opt/homebrew/opt"), "bin"));
            families.add(new Family(Path.of("/usr/local/opt"), "bin"));
            families.add(new Family(Path.of("/Library/PostgreSQL"), "bin"));
            families.add(new Family(Path.of("/Applications/Postgres.app/Contents/Versions"), "bin"));
        }
        return new ToolSearch(chosen, searchPath(), families, windows ? ".exe" : "");
    }

    /**
     * The tools for a server.
     *
     * @throws BackupFault {@code TOOLS_MISSING}, {@code TOOLS_TOO_OLD}
     */
    Tools fitting(ToolVersion server) {
        List<Tools> found = found();
        String where = chosen.map(Path::toString).orElse("PATH");
        if (found.isEmpty()) {
            throw BackupFault.of(FaultCode.TOOLS_MISSING, where, server.major());
        }
        return found.stream().filter(tools -> tools.version().major() >= server.major())
                .min(Comparator.<Tools>comparingInt(tools -> tools.version().major())
                        .thenComparing(Comparator.comparing(Tools::version).reversed()))
                .orElseThrow(() -> BackupFault.of(FaultCode.TOOLS_TOO_OLD, server.toString(), found.stream()
                        .map(tools -> tools.version() + " (" + tools.folder() + ")").collect(Collectors.joining(", ")),
                        server.major()));
    }

    private List<Tools> found() {
        Set<Path> places = new LinkedHashSet<>();
        chosen.ifPresentOrElse(places::add, () -> {
            folders.forEach(folder -> trueFolder(folder).ifPresent(places::add));
            families.forEach(family -> places.addAll(versions(family)));
        });
        return places.stream().map(place -> Tools.in(place, ending)).flatMap(Optional::stream).toList();
    }

    /** Where the program behind a link really is; none for a wrapper, which is another program than its name says. */
    private Optional<Path> trueFolder(Path folder) {
        try {
            Path tool = folder.resolve("pg_dump" + ending);
            if (!Files.exists(tool)) {
                return Optional.empty();
            }
            Path real = tool.toRealPath();
            return real.endsWith("pg_dump" + ending) ? Optional.ofNullable(real.getParent()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Path> versions(Family family) {
        List<Path> places = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(family.parent(), ToolSearch::looksRight)) {
            children.forEach(child -> places.add(child.resolve(family.within())));
        } catch (IOException | java.nio.file.DirectoryIteratorException notThere) {
            return List.of();
        }
        return places;
    }

    /** {@code 15}, {@code pgsql-15}, {@code postgresql@15}, {@code latest}. */
    private static boolean looksRight(Path child) {
        String name = String.valueOf(child.getFileName());
        return name.matches("\\d+(\\.\\d+)?|pgsql-\\d+|postgresql(@\\d+)?|libpq|latest");
    }

    private static List<Path> searchPath() {
        List<Path> folders = new ArrayList<>();
        for (String part : Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
            if (!part.isBlank()) {
                path(part).ifPresent(folders::add);
            }
        }
        return folders;
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
