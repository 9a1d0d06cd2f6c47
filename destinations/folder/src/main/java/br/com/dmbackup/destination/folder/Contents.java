package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.StoredArchive;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * What stands in the folder, seen once: archives, and what dead processes left of them. Links are not followed; files
 * that are none of ours are passed over.
 */
record Contents(SortedMap<ArchiveName, Siblings> archives, List<Path> temporary, boolean careful) {
    private static final Pattern TEMPORARY = Pattern.compile("\\.dmbackup-[0-9a-f]{16}\\.parcial");
    private static final Pattern SIBLING = Pattern.compile("(?<name>.+\\.zip)(\\.novo|\\.velho)?");
    private static final int MAX_DEPTH = 4;

    /** A name for a file that is being written: no archive bears it, and a sweep knows it as ours. */
    static String temporaryName() {
        return ".dmbackup-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".parcial";
    }

    /** @param careful whether {@code .novo} and {@code .velho} are ours here */
    static Contents of(Path root, boolean careful) throws IOException {
        var contents = new Contents(new TreeMap<>(), new ArrayList<>(), careful);
        Files.walkFileTree(root, Set.of(), MAX_DEPTH, contents.new Visitor(root));
        return contents;
    }

    /** Every archive that counts, whatever it is called just now. */
    List<StoredArchive> stored() throws IOException {
        var stored = new ArrayList<StoredArchive>();
        for (var entry : archives.entrySet()) {
            Optional<Path> standing = entry.getValue().standing();
            if (standing.isPresent()) {
                stored.add(describe(entry.getKey(), standing.get()));
            }
        }
        return stored;
    }

    private static StoredArchive describe(ArchiveName name, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new StoredArchive(name, attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    /** Clears up, but for the files that are being written now; how many files were dealt with. */
    int sweep(Set<Path> growing) throws IOException {
        int swept = 0;
        for (Path file : temporary) {
            swept += !growing.contains(file) && Files.deleteIfExists(file) ? 1 : 0;
        }
        for (Siblings names : archives.values()) {
            swept += growing.contains(names.novo()) ? 0 : names.repair();
        }
        return swept;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                note(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            // Replaced or removed while we looked; or a folder of the system's on the same drive.
            boolean notOurs = failure instanceof NoSuchFileException || failure instanceof AccessDeniedException;
            if (notOurs && !file.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private void note(Path file) {
            Path relative = root.relativize(file);
            String fileName = file.getFileName().toString();
            var sibling = SIBLING.matcher(fileName);
            if (TEMPORARY.matcher(fileName).matches()) {
                temporary.add(file);
            } else if (sibling.matches()) {
                String plain = sibling.group("name");
                Path folder = file.resolveSibling("");
                archiveName(relative, plain)
                        .ifPresent(name -> archives.put(name, new Siblings(folder, plain, careful)));
            }
        }

        private Optional<ArchiveName> archiveName(Path relative, String fileName) {
            var parts = new ArrayList<String>();
            relative.forEach(part -> parts.add(part.toString()));
            parts.set(parts.size() - 1, fileName);
            try {
                return Optional.of(new ArchiveName(String.join("/", parts)));
            } catch (BackupFault foreign) {
                return Optional.empty();
            }
        }
    }
}
