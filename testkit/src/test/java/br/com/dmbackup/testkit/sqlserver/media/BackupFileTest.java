package br.com.dmbackup.testkit.sqlserver.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The double's reader on backups of real servers, so that it and the writer cannot share one mistake. */
class BackupFileTest {
    @Test
    void readsWhatRealServersWrote() throws IOException, MediaFault {
        Optional<String> folder = Optional.ofNullable(System.getenv("DMBACKUP_IT_BAK_DIR"));
        assumeThat(folder).as("DMBACKUP_IT_BAK_DIR names no folder with genuine .bak files").isPresent();
        try (Stream<Path> files = Files.list(Path.of(folder.orElseThrow()))) {
            List<Path> backups = files.filter(file -> file.toString().endsWith(".bak")).toList();
            assertThat(backups).isNotEmpty();
            for (Path backup : backups) {
                BackupFile file = BackupFile.open(backup);
                assertThat(file.info().database()).isNotBlank();
                assertThat(file.info().server()).isNotBlank();
                assertThat(file.info().finish()).isAfterOrEqualTo(file.info().start());
                assertThat(file.info().databaseVersion()).isBetween(600, 1_100);
                assertThat(file.info().files()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(file.pages()).isGreaterThan(100);
            }
        }
    }
}
