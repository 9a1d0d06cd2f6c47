package br.com.dmbackup.demo;

import br.com.dmbackup.testkit.sqlserver.state.Table;
import br.com.dmbackup.testkit.sqlserver.state.Table.TableColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sells what was sold before: a sale, its items and its invoice, under new numbers. */
final class SaleAgain {
    private static final List<String> TABLES = List.of("venda", "venda_item", "nfce");

    private final Connection connection;
    private final SortedMap<String, Table> before;
    private final Random random;
    private long next;
    private long nextItem;

    /** @param before the tables as they are now */
    SaleAgain(Connection connection, SortedMap<String, Table> before, long seed) {
        this.connection = connection;
        this.before = before;
        this.random = new Random(seed);
        this.next = lastId("venda") + 1;
        this.nextItem = lastId("venda_item") + 1;
    }

    void sell() throws SQLException {
        List<List<@Nullable Object>> sales = table("venda").rows();
        Object sold = sales.get(random.nextInt(sales.size())).getFirst();
        for (String name : TABLES) {
            Table table = table(name);
            int sale = table.columns().stream().map(TableColumn::name).toList().indexOf("venda_id");
            for (List<@Nullable Object> row : table.rows()) {
                if (String.valueOf(row.get(Math.max(0, sale))).equals(String.valueOf(sold))) {
                    insert(table, again(row, Math.max(0, sale)));
                }
            }
        }
        next++;
    }

    private List<@Nullable Object> again(List<@Nullable Object> row, int sale) {
        List<@Nullable Object> fresh = new ArrayList<>(row);
        if (sale > 0) {
            fresh.set(0, nextItem++);
        }
        fresh.set(sale, next);
        return fresh;
    }

    private void insert(Table table, List<@Nullable Object> row) throws SQLException {
        String columns = table.columns().stream().map(TableColumn::name).collect(Collectors.joining(", "));
        String gaps = row.stream().map(value -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert = connection
                .prepareStatement("INSERT INTO " + table.name() + " (" + columns + ") VALUES (" + gaps + ")")) {
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                if (value instanceof Long number) {
                    insert.setLong(i + 1, number);
                } else {
                    insert.setNString(i + 1, value == null ? null : value.toString());
                }
            }
            insert.executeUpdate();
        }
    }

    private long lastId(String name) {
        return table(name).rows().stream().mapToLong(row -> row.getFirst() instanceof Long id ? id : 0).max().orElse(0);
    }

    private Table table(String name) {
        Table table = before.get(name);
        if (table == null) {
            throw new IllegalStateException("no table " + name);
        }
        return table;
    }
}
