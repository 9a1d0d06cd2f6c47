package br.com.dmbackup.engine.file;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.onefile.Scratch;
import br.com.dmbackup.core.settings.SettingsSection;
import br.com.dmbackup.protocol.FaultCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Where the other program leaves its dumps: one file, or the newest of those whose names match a pattern with {@code *}
 * and {@code ?}.
 *
 * @param name the file's name, or the pattern
 */
record DumpPlace(Path folder, String name, boolean pattern) {
    private static final Comparator<Sight> NEWER = Comparator.comparing(Sight::modifiedAt)
            .thenComparing(sight -> String.valueOf(sight.file().getFileName()));

    /** Reads the key {@code path}. */
    static DumpPlace in(SettingsSection database) {
        String text = database.text("path");
        if (!isPattern(text)) {
            Path file = database.path("path");
            Path name = file.getFileName();
            return name == null
                    ? new DumpPlace(file, "", false)
                    : new DumpPlace(file.resolveSibling(""), name.toString(), false);
        }
        int cut = Math.max(text.lastIndexOf('/'), text.lastIndexOf(File.separatorChar)) + 1;
        String folder = text.substring(0, cut);
        if (isPattern(folder)) {
            database.problem("path", "settings.pattern_in_folder", folder);
        }
        return new DumpPlace(database.path("path", folder), text.substring(cut), true);
    }

    private static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** The one file; none where the newest of several is meant. */
    Optional<Path> single() {
        return pattern ? Optional.empty() : Optional.of(folder.resolve(name));
    }

    /**
     * Looks at the dump that counts now: the newest by its time; of several of the same time the last by name.
     *
     * @throws BackupFault {@code DATABASE_MISSING}, {@code NO_DUMP_FOUND}, {@code FOLDER_MISSING},
     *         {@code DATABASE_ACCESS_DENIED}, {@code NOT_A_DATABASE}, {@code DUMP_FAILED}
     */
    Sight newest() {
        return pattern
                ? newestOfAll().orElseThrow(() -> BackupFault.of(FaultCode.NO_DUMP_FOUND, folder, name))
                : Sight.of(folder.resolve(name));
    }

    private Optional<Sight> newestOfAll() {
        // On Windows a pattern is matched whatever the case, as names are there.
        PathMatcher matcher = folder.getFileSystem()
                .getPathMatcher("glob:" + name.replaceAll("([\\\\\\[\\]{}])", "\\\\$1"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
                file -> matcher.matches(file.getFileName()) && !Scratch.isScratch(file)
                        && Files.isRegularFile(file))) {
            return StreamSupport.stream(files.spliterator(), false).flatMap(file -> stillThere(file).stream())
                    .max(NEWER);
        } catch (NoSuchFileException | NotDirectoryException missing) {
            throw BackupFault.of(FaultCode.FOLDER_MISSING, folder).causedBy(missing);
        } catch (AccessDeniedException denied) {
            throw BackupFault.of(FaultCode.DATABASE_ACCESS_DENIED, folder, "r").causedBy(denied);
        } catch (IOException failed) {
            throw Sight.fault(folder, failed);
        } catch (DirectoryIteratorException failed) {
            throw Sight.fault(folder, new IOException(failed));
        }
    }

    /** The program that leaves dumps may also clear old ones away. */
    private static Optional<Sight> stillThere(Path file) {
        try {
            return Optional.of(Sight.of(file));
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.DATABASE_MISSING) {
                return Optional.empty();
            }
            throw fault;
        }
    }
}
