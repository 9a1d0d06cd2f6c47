package br.com.dmbackup.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive as the program before us wrote it: a plain ZIP with one dump. */
final class ForeignZip {
    private ForeignZip() {}

    /** Writes one that holds the database as it is now. */
    static void write(Path zip, StoreUnderTest store, String lastModified) throws IOException {
        Files.createDirectories(zip.resolveSibling(""));
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("MCDados.bak"));
            Files.copy(store.database, out);
            out.closeEntry();
        }
        Files.setLastModifiedTime(zip,
                FileTime.from(LocalDateTime.parse(lastModified).atZone(StoreUnderTest.ZONE).toInstant()));
    }
}
