package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.query.SelectRunner;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import br.com.dmbackup.testkit.sqlserver.wire.Done;
import br.com.dmbackup.testkit.sqlserver.wire.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Result sets: SELECT, a file's content, the registry. */
final class Questions {
    private static final int SOME_ROWS = 1_000;

    private Questions() {}

    static void select(Call call, Arguments arguments) {
        var result = new SelectRunner(call.instance(), call.client()).run(call.text(), call.parameters());
        call.answer().columns(result.columns());
        for (int i = 0; i < result.rows().size(); i++) {
            call.answer().row(result.rows().get(i));
            if (i % SOME_ROWS == 0) {
                call.answer().breathe();
            }
        }
        call.answer().counted(Done.SELECT, result.rows().size());
    }

    static void backupDirectory(Call call, Arguments arguments) {
        call.answer().columns(List.of(Column.text("Value"), Column.text("Data")));
        call.answer().row(List.of("BackupDirectory", call.instance().backupFolder()));
        call.answer().counted(Done.SELECT, 1);
    }

    /** Needs ADMINISTER BULK OPERATIONS, which here only a sysadmin has. */
    static void fileContent(Call call, Arguments arguments) {
        Path path = Path.of(arguments.text("path"));
        if (!call.client().login().isSysadmin()) {
            throw SqlError.of(4834);
        }
        String refusal = call.instance().disk().refusalToRead(path);
        if (!refusal.isEmpty()) {
            throw SqlError.of(4860, path);
        }
        try {
            byte[] content = Files.readAllBytes(path);
            call.answer().columns(List.of(new Column("BulkColumn", new SqlType.LongBinary())));
            call.answer().row(List.of(content));
            call.answer().counted(Done.SELECT, 1);
        } catch (IOException e) {
            throw SqlError.of(4860, path);
        }
    }
}
