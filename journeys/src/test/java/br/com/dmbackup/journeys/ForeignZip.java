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

    /** One that says of its dump that a password is needed. */
    static void writeEncrypted(Path zip, StoreUnderTest store, String lastModified) throws IOException {
        write(zip, store, lastModified);
        FileTime written = Files.getLastModifiedTime(zip);
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 0; i + 8 < bytes.length; i++) {
            boolean header = bytes[i] == 'P' && bytes[i + 1] == 'K';
            if (header && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
                bytes[i + 6] |= 1;
            } else if (header && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        Files.write(zip, bytes);
        Files.setLastModifiedTime(zip, written);
    }
}
