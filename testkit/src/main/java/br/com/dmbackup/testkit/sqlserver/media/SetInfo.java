package br.com.dmbackup.testkit.sqlserver.media;

import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What RESTORE HEADERONLY and FILELISTONLY tell of a backup.
 *
 * @param type D full, I differential, L log
 * @param finish when it was complete
 * @param files with the paths that they had
 */
public record SetInfo(UUID uuid, String database, String server, String machine, String login, String setName,
        boolean copyOnly, char type, int databaseVersion, int major, int minor, int build, LocalDateTime created,
        LocalDateTime start, LocalDateTime finish, BigInteger firstLsn, BigInteger lastLsn, BigInteger checkpointLsn,
        List<DatabaseFile> files) {}
