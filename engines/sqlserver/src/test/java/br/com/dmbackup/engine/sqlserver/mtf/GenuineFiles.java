package br.com.dmbackup.engine.sqlserver.mtf;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Backups that real servers wrote. They are nobody's to give away, so they are not part of the project: the folder is
 * named by {@value #FOLDER}, and tests are skipped without it, in continuous integration too.
 */
final class GenuineFiles {
    static final String FOLDER = "DMBACKUP_IT_BAK_DIR";
    static final String NORTHWIND = "northwind-2014.bak";
    static final String PUBS = "pubs-2012.bak";

    private GenuineFiles() {}

    static byte[] bytes(String name) throws IOException {
        Optional<Path> file = Optional.ofNullable(System.getenv(FOLDER)).filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name));
        assumeTrue(file.isPresent(), () -> "no genuine SQL Server backups: " + FOLDER + " names no folder");
        assumeTrue(Files.isReadable(file.orElseThrow()), () -> "no genuine SQL Server backup " + file.orElseThrow());
        return Files.readAllBytes(file.orElseThrow());
    }
}
