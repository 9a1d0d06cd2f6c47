package br.com.dmbackup.desktop.session;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What one person has set for the windows on this machine, in {@code desktop.properties} of their own settings folder,
 * which nobody else may read. Without it everything has its usual value, so one that cannot be read or written is no
 * failure: the windows work on and forget.
 */
public final class Preferences {
    private static final String NAME = "desktop.properties";

    private final Path folder;
    private final Path file;

    public Preferences(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.file = this.folder.resolve(NAME);
    }

    /** Where a person's settings usually stand on this system. */
    public static Path usualFolder(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String set = environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", "");
        Path person = Path.of(System.getProperty("user.home", "."));
        Path usual = windows ? person.resolve("AppData").resolve("Roaming") : person.resolve(".config");
        return (set.isBlank() ? usual : Path.of(set)).resolve(windows ? "DMBackup" : "dmbackup");
    }

    public Path folder() {
        return folder;
    }

    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(read().getProperty(key));
    }

    /** @return whether it will be known after a restart */
    public synchronized boolean set(String key, String value) {
        Properties all = read();
        all.setProperty(key, value);
        return write(all);
    }

    /** @return whether it will be forgotten after a restart */
    public synchronized boolean remove(String key) {
        Properties all = read();
        return all.remove(key) == null || write(all);
    }

    private Properties read() {
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            all.load(in);
        } catch (NoSuchFileException none) {
            return all;
        } catch (IOException | IllegalArgumentException damaged) {
            return new Properties();
        }
        return all;
    }

    private boolean write(Properties all) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, NAME, ".tmp", mine);
            try (Writer out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                all.store(out, null);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
