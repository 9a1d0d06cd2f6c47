package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.engine.sqlserver.access.ServerProfile;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.mtf.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server reads in a dump before it restores it. A file that another program appended to holds several backups:
 * then it is the last whole one.
 *
 * @param position of the backup in the file
 * @param checksums whether it was taken with checksums, which alone can be compared
 * @param files of the database inside
 */
record DumpHeader(int position, ServerVersion madeBy, boolean checksums, List<InsideFile> files) {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

    private static final int FULL = 1;

    private record Found(boolean full, DumpHeader header) {}

    /**
     * A file of the database.
     *
     * @param kind {@code D} data, {@code L} log, {@code S} a folder of file streams, {@code F} full text
     */
    record InsideFile(long id, String logicalName, String kind) {
        boolean log() {
            return kind.equals("L");
        }

        boolean folder() {
            return kind.equals("S") || kind.equals("F");
        }
    }

    /** @param dump as the server sees it */
    static DumpHeader of(Connection connection, String dump) throws SQLException {
        List<Found> found = Sql.rows(connection, DumpHeader::head, "RESTORE HEADERONLY FROM DISK = ?", dump);
        DumpHeader head = found.stream().filter(Found::full).reduce((earlier, last) -> last)
                .or(() -> found.stream().findFirst()).map(Found::header)
                .orElseThrow(() -> new SQLException("RESTORE HEADERONLY: no row"));
        List<InsideFile> files = Sql.rows(connection, row -> new InsideFile(row.getLong("FileId"),
                row.getString("LogicalName"), row.getString("Type")),
                "RESTORE FILELISTONLY FROM DISK = ? WITH FILE = " + head.position(),
                dump);
        return new DumpHeader(head.position(), head.madeBy(), head.checksums(), files);
    }

    private static Found head(ResultSet row) throws SQLException {
        return new Found(row.getInt("BackupType") == FULL,
                new DumpHeader(row.getInt("Position"),
                        new ServerVersion(row.getInt("SoftwareVersionMajor"), row.getInt("SoftwareVersionMinor"),
                                row.getInt("SoftwareVersionBuild")),
                        row.getBoolean("HasBackupChecksums"), List.of()));
    }

    /** The server's own; none where it does not say it in a way that we understand. */
    static Optional<ServerVersion> ofServer(Connection connection) throws SQLException {
        return Optional.of(VERSION.matcher(ServerProfile.version(connection))).filter(Matcher::matches)
                .map(found -> new ServerVersion(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3))));
    }
}
