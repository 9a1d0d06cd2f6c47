package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.restore.DumpHeader.InsideFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the files of a restored database come to lie: in the folders where the live one's are, or where the server puts
 * new ones; under names of their own, or, in place, under those that they have.
 *
 * @param paths by the names that the files have inside the dump
 */
record FilePlan(Map<String, String> paths) {
    private static final String FILES = "SELECT file_id, type, physical_name FROM sys.master_files "
            + "WHERE database_id = DB_ID(?) ORDER BY type, file_id";
    private static final String USUAL = "SELECT CAST(SERVERPROPERTY(N'InstanceDefaultDataPath') AS nvarchar(4000)), "
            + "CAST(SERVERPROPERTY(N'InstanceDefaultLogPath') AS nvarchar(4000))";
    private static final int LOG = 1;
    private static final int LONGEST = 60;

    private record LiveFile(long id, boolean log, String path) {}

    private record Folders(String data, String log) {}

    /** Beside all that exists. */
    static FilePlan beside(Connection connection, String live, List<InsideFile> files, String number)
            throws SQLException {
        return new FilePlan(named(folders(connection, live), live, files, number));
    }

    /** Over the live database's own files; those that it does not have come beside them. */
    static FilePlan over(Connection connection, String live, List<InsideFile> files, String number)
            throws SQLException {
        Map<String, String> paths = named(folders(connection, live), live, files, number);
        List<LiveFile> there = files(connection, live);
        for (InsideFile file : files) {
            there.stream().filter(own -> own.id() == file.id() && own.log() == file.log()).findFirst()
                    .ifPresent(own -> paths.put(file.logicalName(), own.path()));
        }
        return new FilePlan(paths);
    }

    /** As RESTORE wants them, with a comma behind each. */
    String moves() {
        return paths.entrySet().stream()
                .map(file -> "MOVE " + Sql.literal(file.getKey()) + " TO " + Sql.literal(file.getValue()) + ", ")
                .sorted().collect(Collectors.joining());
    }

    private static Map<String, String> named(Folders folders, String live, List<InsideFile> files, String number) {
        Map<String, String> paths = new HashMap<>();
        String beginning = harmless(live) + "_" + number;
        int data = 0;
        for (InsideFile file : files) {
            String ending = file.log() ? ".ldf" : data == 0 ? ".mdf" : ".ndf";
            String place = (file.log() ? folders.log() : folders.data()) + beginning + "_" + file.id();
            paths.put(file.logicalName(), file.folder() ? place : place + ending);
            data += file.log() ? 0 : 1;
        }
        return paths;
    }

    private static String harmless(String live) {
        String name = live.replaceAll("[^\\p{L}\\p{N}_-]", "_");
        return name.substring(0, Math.min(LONGEST, name.length()));
    }

    private static Folders folders(Connection connection, String live) throws SQLException {
        List<LiveFile> files = new ArrayList<>(files(connection, live));
        if (files.isEmpty()) {
            Optional<Folders> usual = Sql.row(connection, row -> new Folders(folder(row.getString(1)),
                    folder(row.getString(2))), USUAL).filter(both -> !both.data().isEmpty() && !both.log().isEmpty());
            if (usual.isPresent()) {
                return usual.get();
            }
            files.addAll(files(connection, Session.MASTER));
        }
        String data = first(files, false).or(() -> first(files, true)).orElse("");
        return new Folders(data, first(files, true).orElse(data));
    }

    private static List<LiveFile> files(Connection connection, String database) throws SQLException {
        return Sql.rows(connection, row -> new LiveFile(row.getLong(1), row.getInt(2) == LOG, row.getString(3)), FILES,
                database);
    }

    private static Optional<String> first(List<LiveFile> files, boolean log) {
        return files.stream().filter(file -> file.log() == log).map(LiveFile::path)
                .map(path -> path.substring(0, lastSeparator(path) + 1)).findFirst();
    }

    private static int lastSeparator(String path) {
        return Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
    }

    /** With a separator at its end; empty where the server does not say it. */
    private static String folder(@org.jspecify.annotations.Nullable String told) {
        if (told == null || told.isEmpty() || lastSeparator(told) == told.length() - 1) {
            return told == null ? "" : told;
        }
        return told + (told.contains("\\") ? "\\" : "/");
    }
}
