package br.com.dmbackup.testkit.sqlserver.query;

import static br.com.dmbackup.testkit.sqlserver.wire.Column.number;
import static br.com.dmbackup.testkit.sqlserver.wire.Column.text;

import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.state.Client;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.DatabaseFile;
import br.com.dmbackup.testkit.sqlserver.state.Rights;
import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.User;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import br.com.dmbackup.testkit.sqlserver.wire.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One database's own views, and its tables. */
final class DatabaseViews {
    private static final int FIRST_OBJECT = 1_000;
    private static final int FIRST_USER = 5;
    private final Database database;
    private final Client client;

    DatabaseViews(Database database, Client client) {
        this.database = database;
        this.client = client;
    }

    static List<DatabaseFile> files(Database database) {
        return database.files();
    }

    Optional<Relation> find(String name) {
        return switch (name) {
            case "sys.database_files" -> Optional.of(files());
            case "sys.database_principals" -> Optional.of(principals());
            case "sys.tables" -> Optional.of(tables());
            case "sys.schemas" -> Optional.of(schemas());
            case "sys.partitions" -> Optional.of(partitions("rows"));
            case "sys.sysindexes" -> Optional.of(indexes());
            case "sys.dm_db_partition_stats" -> {
                if (!Rights.mayCheck(client.login(), database)) {
                    throw SqlError.of(262, "VIEW DATABASE STATE", database.name());
                }
                yield Optional.of(partitions("row_count"));
            }
            default -> database.table(name).map(this::table);
        };
    }

    private Relation table(Table table) {
        if (!Rights.mayRead(client.login(), database)) {
            throw SqlError.of(229, "SELECT", table.name(), database.name(), table.schema());
        }
        List<Column> columns = table.columns().stream()
                .map(column -> new Column(column.name(), column.text() ? new SqlType.LongText() : new SqlType.Whole(8)))
                .toList();
        return new Relation(columns, table.rows());
    }

    private Relation files() {
        Relation view = Relation.of(number("file_id", 4), number("type", 1), text("type_desc"), text("name"),
                text("physical_name"), number("state", 1), text("state_desc"), number("size", 4));
        database.files().forEach(file -> view.add(file.id(), file.log() ? 1 : 0, file.log() ? "LOG" : "ROWS",
                file.logicalName(), file.path(), 0, "ONLINE", file.pages()));
        return view;
    }

    private Relation principals() {
        Relation view = Relation.of(text("name"), number("principal_id", 4), text("type"), text("type_desc"),
                Views.binary("sid"), number("authentication_type", 4), text("authentication_type_desc"));
        view.add("dbo", 1, "S", "SQL_USER", Views.sid(database.dboSid()), 1, "INSTANCE");
        int id = FIRST_USER;
        for (User user : database.users()) {
            view.add(user.name(), id, "S", "SQL_USER", Views.sid(user.sid()), 1, "INSTANCE");
            id++;
        }
        return view;
    }

    private Relation tables() {
        Relation view = Relation.of(text("name"), number("object_id", 4), number("schema_id", 4), text("type"),
                Column.bit("is_ms_shipped"));
        // Nobody sees what he has no right on.
        List<Table> tables = Rights.seesTables(client.login(), database) ? database.tables() : List.of();
        for (int i = 0; i < tables.size(); i++) {
            view.add(tables.get(i).name(), FIRST_OBJECT + i, schemaNames().indexOf(tables.get(i).schema()) + 1, "U",
                    false);
        }
        return view;
    }

    private Relation schemas() {
        Relation view = Relation.of(text("name"), number("schema_id", 4));
        List<String> names = schemaNames();
        for (int i = 0; i < names.size(); i++) {
            view.add(names.get(i), i + 1);
        }
        return view;
    }

    private List<String> schemaNames() {
        List<String> names = new ArrayList<>(List.of("dbo"));
        database.tables().stream().map(Table::schema).distinct().filter(name -> !name.equals("dbo"))
                .forEach(names::add);
        return names;
    }

    private Relation partitions(String counter) {
        Relation view = Relation.of(number("object_id", 4), number("index_id", 4), number("partition_number", 4),
                number(counter, 8));
        List<Table> tables = database.tables();
        for (int i = 0; i < tables.size(); i++) {
            view.add(FIRST_OBJECT + i, 1, 1, (long) tables.get(i).rows().size());
        }
        return view;
    }

    /** Changes are counted for ever, as if nobody renewed statistics. */
    private Relation indexes() {
        Relation view = Relation.of(number("id", 4), number("indid", 2), number("rowmodctr", 4));
        List<Table> tables = database.tables();
        for (int i = 0; i < tables.size(); i++) {
            view.add(FIRST_OBJECT + i, 1, database.changesOf(tables.get(i).fullName()));
        }
        return view;
    }
}
