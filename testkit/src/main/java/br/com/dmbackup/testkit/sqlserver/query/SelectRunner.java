package br.com.dmbackup.testkit.sqlserver.query;

import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.query.Select.Item;
import br.com.dmbackup.testkit.sqlserver.query.Select.Source;
import br.com.dmbackup.testkit.sqlserver.state.Client;
import br.com.dmbackup.testkit.sqlserver.state.Database;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Reach;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers a SELECT for one client. */
public final class SelectRunner {
    private final Instance instance;
    private final Client client;
    private final Evaluation evaluation;

    /** What came of it. */
    public record Result(List<Column> columns, List<List<@Nullable Object>> rows) {}

    public SelectRunner(Instance instance, Client client) {
        this.instance = instance;
        this.client = client;
        this.evaluation = new Evaluation(new ServerFunctions(instance, client));
    }

    public Result run(String text, Map<String, ? extends @Nullable Object> parameters) {
        Select select = new SelectParser(text, parameters).parse();
        List<Relation> relations = select.sources().stream().map(this::relation).toList();
        List<Item> items = items(select, relations);
        Row sample = sample(select, relations);
        List<Row> rows = join(select, relations);
        rows.removeIf(row -> !select.where().stream().allMatch(condition -> evaluation.isTrue(condition, row)));
        List<List<Row>> groups = groups(select, rows);
        sort(select, groups);
        List<Column> columns = items.stream()
                .map(item -> new Column(item.name(), evaluation.type(item.expression(), sample))).toList();
        List<List<@Nullable Object>> result = new ArrayList<>();
        for (List<Row> group : groups.subList(0, Math.min(select.top(), groups.size()))) {
            List<@Nullable Object> row = new ArrayList<>();
            items.forEach(item -> row.add(evaluation.value(item.expression(), group)));
            result.add(row);
        }
        return new Result(columns, result);
    }

    private Relation relation(Source source) {
        List<String> path = source.path();
        int size = path.size();
        String name = (size > 1 && !path.get(size - 2).isEmpty() ? path.get(size - 2) : "dbo") + "." + path.getLast();
        String lower = name.toLowerCase(Locale.ROOT);
        String place = size > 2 ? path.get(size - 3) : client.database();
        Views views = new Views(instance, client);
        Optional<Relation> view = views.find(lower);
        if (view.isPresent()) {
            return view.get();
        }
        Database database = Reach.open(instance, client, place);
        if (database.name().equals("msdb")) {
            view = views.findInHistory(lower);
        }
        return view.or(() -> new DatabaseViews(database, client).find(lower))
                .orElseThrow(() -> SqlError.of(208, String.join(".", path)));
    }

    private static List<Item> items(Select select, List<Relation> relations) {
        List<Item> items = new ArrayList<>();
        for (Item item : select.items()) {
            if (item.expression() instanceof Expression.Named named && named.column().equals("*")) {
                relations.forEach(relation -> relation.columns().forEach(column -> items
                        .add(new Item(new Expression.Named("", column.name()), column.name()))));
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private static Row sample(Select select, List<Relation> relations) {
        Row row = new Row(List.of());
        for (int i = 0; i < relations.size(); i++) {
            row = row.with(new Row.Part(select.sources().get(i).alias(), relations.get(i), List.of()));
        }
        return row;
    }

    private List<Row> join(Select select, List<Relation> relations) {
        List<Row> rows = List.of(new Row(List.of()));
        for (int i = 0; i < relations.size(); i++) {
            Source source = select.sources().get(i);
            Relation relation = relations.get(i);
            List<Row> wider = new ArrayList<>();
            for (Row row : rows) {
                int before = wider.size();
                for (List<@Nullable Object> values : relation.rows()) {
                    Row joined = row.with(new Row.Part(source.alias(), relation, values));
                    if (source.on().stream().allMatch(condition -> evaluation.isTrue(condition, joined))) {
                        wider.add(joined);
                    }
                }
                if (source.outer() && wider.size() == before) {
                    wider.add(row.with(new Row.Part(source.alias(), relation, List.of())));
                }
            }
            rows = wider;
        }
        return new ArrayList<>(rows);
    }

    private List<List<Row>> groups(Select select, List<Row> rows) {
        boolean summed = select.items().stream().anyMatch(item -> Evaluation.isSum(item.expression()));
        if (select.groups().isEmpty()) {
            return new ArrayList<>(summed ? List.of(rows) : rows.stream().map(List::of).toList());
        }
        Map<List<@Nullable Object>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            List<@Nullable Object> key = new ArrayList<>();
            select.groups().forEach(expression -> key.add(evaluation.value(expression, List.of(row))));
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        return new ArrayList<>(groups.values());
    }

    private void sort(Select select, List<List<Row>> groups) {
        List<Select.Order> orders = select.orders();
        for (int i = orders.size() - 1; i >= 0; i--) {
            Select.Order order = orders.get(i);
            Comparator<List<Row>> comparator = (some, others) -> Evaluation.compare(
                    evaluation.value(order.expression(), some), evaluation.value(order.expression(), others));
            groups.sort(order.descending() ? comparator.reversed() : comparator);
        }
    }
}
