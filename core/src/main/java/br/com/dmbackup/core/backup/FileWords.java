package br.com.dmbackup.core.backup;

import br.com.dmbackup.protocol.Phrase;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Map;

/**
 * Why a file or folder could not be used, in a person's words: Java tells it by the name of a class or the bare path, and
 * the system in English. What is not known is told in the system's own words.
 */
public final class FileWords {
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("no space left", "file.no_room"),
            Map.entry("not enough space", "file.no_room"), Map.entry("quota exceeded", "file.no_room"),
            Map.entry("read-only", "file.read_only"), Map.entry("is a directory", "file.is_folder"),
            Map.entry("not a directory", "file.no_folder"), Map.entry("not empty", "file.not_empty"),
            Map.entry("no such file", "file.missing"), Map.entry("permission denied", "file.denied"),
            Map.entry("not permitted", "file.denied"), Map.entry("input/output error", "file.io"),
            Map.entry("being used by another", "file.in_use"), Map.entry("text file busy", "file.in_use"));

    private FileWords() {}

    /** For what the file system threw, checked or not. */
    public static Phrase of(Exception failure) {
        return switch (failure) {
            case NoSuchFileException e -> Phrase.of("file.missing");
            case AccessDeniedException e -> Phrase.of("file.denied");
            case FileAlreadyExistsException e -> Phrase.of("file.exists");
            case DirectoryNotEmptyException e -> Phrase.of("file.not_empty");
            case NotDirectoryException e -> Phrase.of("file.no_folder");
            case ReadOnlyFileSystemException e -> Phrase.of("file.read_only");
            case FileSystemException e -> of(e.getReason());
            case IOException e -> of(e.getMessage());
            default -> of(failure.getMessage());
        };
    }

    /** For the system's own words; null where it gave none. */
    public static Phrase of(@org.jspecify.annotations.Nullable String words) {
        if (words == null || words.isBlank()) {
            return Phrase.of("file.nameless");
        }
        String lower = words.toLowerCase(Locale.ROOT);
        return SIGNS.entrySet().stream().filter(sign -> lower.contains(sign.getKey())).findFirst()
                .map(sign -> Phrase.of(sign.getValue())).orElseGet(() -> Phrase.of("file.unknown", words));
    }
}
