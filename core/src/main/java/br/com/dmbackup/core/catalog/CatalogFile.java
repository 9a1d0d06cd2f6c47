package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog's file: made, migrated, and put aside when it is damaged.
 *
 * @param url JDBC address of a sound catalog
 * @param fresh whether it was made just now, and so must be filled from the archives
 * @param putAside where a damaged one went
 */
record CatalogFile(String url, boolean fresh, Optional<Path> putAside) {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogFile.class);
    private static final int VERSION = 6;
    /** SQLITE_CORRUPT and SQLITE_NOTADB; any other error (a full disk, a lock) says nothing against the catalog. */
    private static final Set<Integer> DAMAGE = Set.of(11, 26);

    static CatalogFile prepare(Path file, InstantSource clock) {
        String url = "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=true"
                + "&transaction_mode=IMMEDIATE";
        try {
            if (!Files.exists(file)) {
                migrate(file, url);
                return new CatalogFile(url, true, Optional.empty());
            }
            if (sound(file, url)) {
                return new CatalogFile(url, false, Optional.empty());
            }
            Path aside = putAside(file, clock);
            migrate(file, url);
            return new CatalogFile(url, true, Optional.of(aside));
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.CATALOG_UNUSABLE, file, FileWords.of(e)).causedBy(e);
        }
    }

    private static boolean sound(Path file, String url) throws IOException {
        if (Files.size(file) == 0) {
            return false;
        }
        int version;
        try (Connection connection = CatalogConnection.connect(url);
                var statement = connection.createStatement()) {
            try (var check = statement.executeQuery("pragma quick_check")) {
                if (!check.next() || !"ok".equals(check.getString(1))) {
                    return false;
                }
            }
            try (var row = statement.executeQuery("pragma user_version")) {
                version = row.getInt(1);
            }
        } catch (SQLException e) {
            LOG.warn("catalog {} cannot be read: {}", file, e.getMessage());
            if (DAMAGE.contains(e.getErrorCode() & 0xff)) {
                return false;
            }
            throw CatalogFaults.unusable(file, e);
        }
        if (version > VERSION) {
            throw BackupFault.of(FaultCode.CATALOG_UNUSABLE, file, Phrase.of("file.newer"));
        }
        if (version < VERSION) {
            migrate(file, url);
        }
        return true;
    }

    /** Flyway only runs when the version says so: starting it costs more than most commands do. */
    private static void migrate(Path file, String url) {
        try {
            Flyway.configure().dataSource(url, null, null).locations("classpath:br/com/dmbackup/core/catalog").load()
                    .migrate();
        } catch (FlywayException e) {
            throw CatalogFaults.unusable(file, e);
        }
    }

    private static Path putAside(Path file, InstantSource clock) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".danificado-" + clock.instant().toEpochMilli());
        Files.move(file, aside);
        for (String suffix : new String[]{"-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
        return aside;
    }
}
