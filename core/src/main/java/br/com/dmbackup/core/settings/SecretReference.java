package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.backup.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the settings in a secret's place: {@code file:PATH}, the first line of a file that others cannot read,
 * or {@code sealed:…}, made by {@link SecretSealer}. A secret in plain text is refused.
 */
public final class SecretReference {
    private static final String FILE = "file:";
    private static final Set<PosixFilePermission> OTHERS_READ = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** Told what is wrong with a reference. */
    public interface Complaint {
        void about(String messageKey, Object... arguments);
    }

    private SecretReference() {}

    /** The secret behind a reference; none, and a complaint, where there is none. */
    public static Optional<Secret> resolve(String reference, Path home, Complaint complaint) {
        if (reference.startsWith(SecretSealer.PREFIX)) {
            Optional<Secret> secret = SecretSealer.inHome(home).open(reference);
            if (secret.isEmpty()) {
                complaint.about("settings.secret_sealed_elsewhere");
            }
            return secret;
        }
        if (reference.startsWith(FILE)) {
            return ofFile(home, reference.substring(FILE.length()), complaint);
        }
        complaint.about("settings.secret_plain");
        return Optional.empty();
    }

    private static Optional<Secret> ofFile(Path home, String path, Complaint complaint) {
        try {
            return ofFile(home.resolve(path), complaint);
        } catch (InvalidPathException invalid) {
            complaint.about("settings.secret_file", path);
            return Optional.empty();
        }
    }

    /** The first line of a file that others cannot read. */
    public static Optional<Secret> ofFile(Path file, Complaint complaint) {
        try {
            if (openToOthers(file)) {
                complaint.about("settings.secret_file_open", file);
                return Optional.empty();
            }
            try (Stream<String> lines = Files.lines(file)) {
                Optional<String> line = lines.findFirst().filter(text -> !text.isBlank());
                if (line.isEmpty()) {
                    complaint.about("settings.secret_file", file);
                }
                return line.map(text -> new Secret(text.toCharArray()));
            }
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            complaint.about("settings.secret_file", file);
            return Optional.empty();
        }
    }

    /** Whether anyone but the owner may read or write the file, as far as the system has POSIX permissions. */
    public static boolean openToOthers(Path file) throws IOException {
        @Nullable
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class,
                new LinkOption[0]);
        return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS_READ::contains);
    }
}
