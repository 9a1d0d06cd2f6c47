package br.com.dmbackup.demo;

import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.Table.TableColumn;
import br.com.dmbackup.testkit.store.TableDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pharmacy's tables, out of one database and compared in another. */
final class PharmacyTables {
    private static final int NUMBER_BYTES = 8;

    private PharmacyTables() {}

    /** Tables of a database, with all their rows. */
    static List<Table> read(Connection database, List<String> names) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            try (Statement sql = database.createStatement();
                    ResultSet rows = sql.executeQuery("SELECT * FROM " + name)) {
                tables.add(table(name, rows));
            }
        }
        return tables;
    }

    private static Table table(String name, ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            boolean text = meta.getColumnTypeName(i).equalsIgnoreCase("TEXT");
            columns.add(new TableColumn(meta.getColumnName(i), text));
        }
        List<List<@Nullable Object>> all = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                Object value = rows.getObject(i + 1);
                row.add(value instanceof Number number ? (Object) number.longValue() : value);
            }
            all.add(row);
        }
        return new Table("dbo", name, columns, all);
    }

    /** About how much room its rows take. */
    static long bytes(Table table) {
        return table.rows().stream().flatMap(List::stream)
                .mapToLong(value -> value instanceof String text ? text.length() : NUMBER_BYTES).sum();
    }

    /** Read through the driver, row by row. */
    static SortedMap<String, TableDigest> digests(Connection connection, Collection<String> names)
            throws SQLException {
        SortedMap<String, TableDigest> digests = new TreeMap<>();
        for (String name : names) {
            try (Statement sql = connection.createStatement();
                    ResultSet rows = sql.executeQuery("SELECT * FROM " + name)) {
                digests.put(name, TableDigest.of(rows));
            }
        }
        return digests;
    }
}
