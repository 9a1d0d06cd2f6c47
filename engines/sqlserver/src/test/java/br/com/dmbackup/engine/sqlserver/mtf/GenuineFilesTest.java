package br.com.dmbackup.engine.sqlserver.mtf;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.DumpKind;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GenuineFilesTest {
    @Test
    void readsABackupOfServer2014WithoutAnyDoubt() throws IOException {
        MtfContents contents = SyntheticBackup.read(GenuineFiles.bytes(GenuineFiles.NORTHWIND));

        assertThat(contents.damages()).isEmpty();
        assertThat(contents.doubts()).isEmpty();
        assertThat(contents.pages()).isEqualTo(new PageTally(255, 0, 1, 24));
        assertThat(contents.media().orElseThrow().software()).isEqualTo("Microsoft SQL Server");
        BackupSet set = contents.sets().getFirst();
        assertThat(contents.sets()).hasSize(1);
        assertThat(set.start().name()).isEqualTo("Northwind-Full Database Backup");
        assertThat(set.start().login()).isEqualTo("LENOVO\\Astrit");
        assertThat(set.start().zone()).contains(ZoneOffset.ofHours(-5));
        assertThat(set.start().id()).contains(UUID.fromString("1f2085ce-2006-4484-8ca9-8d6e32955872"));
        assertThat(set.machine()).isEqualTo("LENOVO");
        assertThat(set.kind()).isEqualTo(DumpKind.FULL);
        assertThat(set.started()).contains(LocalDateTime.of(2024, 12, 9, 18, 58, 10));
        assertThat(set.finished()).contains(LocalDateTime.of(2024, 12, 9, 18, 58, 10));
        SetRecord record = set.record().orElseThrow();
        assertThat(record.database()).isEqualTo("Northwind");
        assertThat(record.server()).isEqualTo("LENOVO");
        assertThat(record.version().text()).isEqualTo("SQL Server 2014 (12.0.2000)");
        assertThat(record.databaseVersion()).isEqualTo(782);
        assertThat(record.files()).extracting(DatabaseFile::id).containsExactly(1L, 2L);
        assertThat(record.files()).extracting(DatabaseFile::logicalName).containsExactly("Northwind", "Northwind_log");
        assertThat(record.files().getFirst().path()).startsWith("C:\\Program Files\\").endsWith("\\Northwind.mdf");
        assertThat(record.files().getFirst().bytes()).isEqualTo(0x530000);
    }

    @Test
    void readsABackupOfServer2012WithoutAnyDoubt() throws IOException {
        MtfContents contents = SyntheticBackup.read(GenuineFiles.bytes(GenuineFiles.PUBS));

        assertThat(contents.damages()).isEmpty();
        assertThat(contents.doubts()).isEmpty();
        assertThat(contents.pages().checked()).isEqualTo(346);
        assertThat(contents.pages().wrong()).isZero();
        BackupSet set = contents.sets().getFirst();
        assertThat(set.start().zone()).contains(ZoneOffset.ofHours(6));
        assertThat(set.kind()).isEqualTo(DumpKind.FULL);
        assertThat(set.finished()).contains(LocalDateTime.of(2026, 4, 27, 10, 29, 52));
        SetRecord record = set.record().orElseThrow();
        assertThat(record.database()).isEqualTo("pubs");
        assertThat(record.server()).isEqualTo("DESKTOP-7LEAC57");
        assertThat(record.version().text()).isEqualTo("SQL Server 2012 (11.0.6020)");
        assertThat(record.created()).contains(LocalDateTime.of(2023, 8, 8, 13, 45, 44));
    }
}
