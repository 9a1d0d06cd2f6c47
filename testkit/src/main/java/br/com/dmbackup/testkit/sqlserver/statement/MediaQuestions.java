package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.media.BackupFile;
import br.com.dmbackup.testkit.sqlserver.media.SetInfo;
import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import br.com.dmbackup.testkit.sqlserver.wire.Done;
import br.com.dmbackup.testkit.sqlserver.wire.SqlType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** RESTORE VERIFYONLY, HEADERONLY and FILELISTONLY: what a file holds, asked of the server. */
final class MediaQuestions {
    private static final Set<String> OPTIONS = Set.of("CHECKSUM", "STATS", "FILE", "NOUNLOAD");

    private MediaQuestions() {}

    static void verify(Call call, Arguments arguments) {
        Options options = Options.parse(arguments.raw("options"), call.parameters(), OPTIONS);
        answering(call, "VERIFY DATABASE", () -> {
            Path path = Path.of(arguments.text("path"));
            BackupFile file = Device.open(call.instance(), path);
            if (options.has("CHECKSUM")) {
                Device.needChecksums(call.instance(), file);
            }
            Percentages percentages = new Percentages(call, options.number("STATS", 0));
            int pages = file.pages();
            for (int page = 0; page < pages; page += 8) {
                percentages.done(page, pages);
            }
            Device.check(file, path);
            percentages.end();
            call.answer().say(ServerMessage.of(3262, 1));
        });
    }

    static void header(Call call, Arguments arguments) {
        answering(call, "RESTORE HEADERONLY", () -> {
            SetInfo info = Device.open(call.instance(), Path.of(arguments.text("path"))).info();
            answer(call, List.of(row(info, Device.hasChecksums(call.instance(), info))));
        });
    }

    static void fileList(Call call, Arguments arguments) {
        answering(call, "RESTORE FILELIST", () -> {
            List<DatabaseFile> files = Device.open(call.instance(), Path.of(arguments.text("path"))).info().files();
            answer(call, files.stream().map(MediaQuestions::row).toList());
        });
    }

    private static void answering(Call call, String word, Runnable work) {
        try {
            if (!call.client().login().mayCreate()) {
                throw SqlError.of(262, "CREATE DATABASE", "master");
            }
            Reach.noTransaction(call.client());
            work.run();
        } catch (SqlError e) {
            throw e.terminating(word);
        }
    }

    private static void answer(Call call, List<Map<Column, @Nullable Object>> rows) {
        call.answer().columns(List.copyOf(rows.getFirst().keySet()));
        rows.forEach(row -> call.answer().row(new ArrayList<>(row.values())));
        call.answer().counted(Done.SELECT, rows.size());
    }

    private static Map<Column, @Nullable Object> row(SetInfo info, boolean checksums) {
        Map<Column, @Nullable Object> row = new LinkedHashMap<>();
        put(row, Column::text, "BackupName", info.setName(), "BackupDescription", null);
        row.put(Column.number("BackupType", 2), switch (info.type()) {
            case 'L' -> 2;
            case 'I' -> 5;
            default -> 1;
        });
        row.put(Column.time("ExpirationDate"), null);
        row.put(Column.number("Compressed", 1), 0);
        row.put(Column.number("Position", 2), 1);
        row.put(Column.number("DeviceType", 1), 2);
        put(row, Column::text, "UserName", info.login(), "ServerName", info.server(), "DatabaseName",
                info.database());
        row.put(Column.number("DatabaseVersion", 4), info.databaseVersion());
        put(row, Column::time, "DatabaseCreationDate", info.created());
        put(row, Column::lsn, "FirstLSN", info.firstLsn(), "LastLSN", info.lastLsn(), "CheckpointLSN",
                info.checkpointLsn(), "DatabaseBackupLSN", 0);
        put(row, Column::time, "BackupStartDate", info.start(), "BackupFinishDate", info.finish());
        put(row, name -> Column.number(name, 2), "SortOrder", 52, "CodePage", 0);
        put(row, name -> Column.number(name, 4), "UnicodeLocaleId", 1033, "UnicodeComparisonStyle", 196609);
        row.put(Column.number("CompatibilityLevel", 1), info.major() * 10);
        put(row, name -> Column.number(name, 4), "SoftwareVendorId", 4608, "SoftwareVersionMajor", info.major(),
                "SoftwareVersionMinor", info.minor(), "SoftwareVersionBuild", info.build());
        row.put(Column.text("MachineName"), info.machine());
        row.put(Column.text("Collation"), "SQL_Latin1_General_CP1_CI_AS");
        put(row, Column::bit, "HasBackupChecksums", checksums, "IsCopyOnly", info.copyOnly(), "IsDamaged", false);
        row.put(new Column("BackupSetGUID", new SqlType.Guid()), info.uuid());
        return row;
    }

    private static Map<Column, @Nullable Object> row(DatabaseFile file) {
        Map<Column, @Nullable Object> row = new LinkedHashMap<>();
        put(row, Column::text, "LogicalName", file.logicalName(), "PhysicalName", file.path(), "Type",
                file.log() ? "L" : "D", "FileGroupName", file.log() ? null : "PRIMARY");
        put(row, name -> new Column(name, new SqlType.Numeric(20, 0)), "Size", file.bytes(), "MaxSize",
                35_184_372_080_640L);
        row.put(Column.number("FileId", 8), file.id());
        put(row, Column::lsn, "CreateLSN", 0, "DropLSN", 0);
        return row;
    }

    /** Columns of one type, each with its value behind it. */
    private static void put(Map<Column, @Nullable Object> row, java.util.function.Function<String, Column> type,
            @Nullable Object... namesAndValues) {
        List<@Nullable Object> list = Arrays.asList(namesAndValues);
        for (int i = 0; i < list.size(); i += 2) {
            row.put(type.apply(String.valueOf(list.get(i))), list.get(i + 1));
        }
    }
}
