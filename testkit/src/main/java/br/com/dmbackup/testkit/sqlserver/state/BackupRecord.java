package br.com.dmbackup.testkit.sqlserver.state;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A row of {@code msdb.dbo.backupset} with its one of {@code backupmediafamily}.
 *
 * @param type D full, I differential, L log
 */
public record BackupRecord(int id, UUID uuid, String database, LocalDateTime databaseCreated, char type,
        boolean copyOnly, boolean checksums, String login, String setName, LocalDateTime start, LocalDateTime finish,
        long bytes, long firstLsn, long lastLsn, Path path, RecoveryModel recoveryModel) {}
