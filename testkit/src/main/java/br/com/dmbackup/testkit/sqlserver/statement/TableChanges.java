package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.query.SelectRunner;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.Table.TableColumn;
import br.com.dmbackup.testkit.sqlserver.wire.Done;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CREATE TABLE with columns of whole numbers and texts, and INSERT of some rows at once. */
final class TableChanges {
    private static final Pattern COLUMN = Pattern
            .compile("\\s*(\\w+)\\s+(bigint|nvarchar\\s*\\(\\w+\\))(?:\\s+NOT\\s+NULL)?\\s*");
    /** A comma outside of parentheses. */
    private static final Pattern BETWEEN_COLUMNS = Pattern.compile(",(?![^(]*\\))");
    /** What stands in a pair of parentheses, which are no part of a string; within it functions have theirs. */
    private static final Pattern ROW = Pattern.compile("\\(((?:N?'(?:[^']|'')*'|[^()']|\\([^()]*\\))*)\\)");

    private TableChanges() {}

    static void create(Call call, Arguments arguments) {
        Place place = place(call, arguments.raw("table"));
        List<TableColumn> columns = new ArrayList<>();
        for (String written : BETWEEN_COLUMNS.split(arguments.raw("columns"), -1)) {
            Matcher column = COLUMN.matcher(written);
            if (!column.matches()) {
                throw new UnknownStatement("a column " + written.strip());
            }
            columns.add(new TableColumn(column.group(1), !column.group(2).equals("bigint")));
        }
        if (place.database().table(place.fullName()).isPresent()) {
            throw SqlError.of(2714, place.name());
        }
        place.database().put(new Table(place.schema(), place.name(), columns, List.of()));
    }

    static void insert(Call call, Arguments arguments) {
        Place place = place(call, arguments.raw("table"));
        Table table = place.database().table(place.fullName()).orElseThrow(() -> SqlError.of(208, place.name()));
        List<String> columns = Arrays.stream(arguments.raw("columns").split(",", -1))
                .map(column -> Arguments.value(column.strip(), call.parameters())).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Matcher row = ROW.matcher("(" + arguments.raw("values") + ")");
        while (row.find()) {
            rows.add(row(call, table, columns, row.group(1)));
        }
        place.database().insertAll(place.fullName(), rows);
        call.answer().counted(Done.INSERT, rows.size());
    }

    private static List<@Nullable Object> row(Call call, Table table, List<String> columns, String values) {
        List<@Nullable Object> told = new SelectRunner(call.instance(), call.client())
                .run("SELECT " + values, call.parameters()).rows().getFirst();
        List<@Nullable Object> row = new ArrayList<>();
        table.columns().forEach(column -> {
            int at = columns.indexOf(column.name());
            row.add(at < 0 ? null : told.get(at));
        });
        return row;
    }

    private record Place(Database database, String schema, String name) {
        String fullName() {
            return schema + "." + name;
        }
    }

    private static Place place(Call call, String written) {
        List<String> path = Arrays.stream(written.split("\\s*\\.\\s*", -1))
                .map(part -> Arguments.value(part, call.parameters())).toList();
        String database = path.size() > 2 ? path.get(path.size() - 3) : call.client().database();
        String schema = path.size() > 1 ? path.get(path.size() - 2) : "dbo";
        return new Place(Reach.open(call.instance(), call.client(), database), schema, path.getLast());
    }
}
