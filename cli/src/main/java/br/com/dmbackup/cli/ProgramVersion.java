package br.com.dmbackup.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this DMBackup, as the build wrote it. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** Such as {@code 1.4.2}. */
    public static String text() {
        Properties version = new Properties();
        try (InputStream file = ProgramVersion.class.getResourceAsStream("version.properties")) {
            version.load(Objects.requireNonNull(file, "version.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version.getProperty("version", "?");
    }
}
