package br.com.dmbackup.testkit.sqlserver.query;

import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.query.Select.Condition;
import br.com.dmbackup.testkit.sqlserver.query.Select.Item;
import br.com.dmbackup.testkit.sqlserver.query.Select.Order;
import br.com.dmbackup.testkit.sqlserver.query.Select.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a SELECT; what it does not understand is an {@link UnknownStatement}. */
final class SelectParser {
    private static final Set<String> KEYWORDS = Set.of("SELECT", "TOP", "AS", "FROM", "INNER", "LEFT", "OUTER", "JOIN",
            "ON", "WHERE", "AND", "OR", "NOT", "IN", "IS", "NULL", "GROUP", "ORDER", "BY", "ASC", "DESC", "UNION",
            "HAVING", "CASE", "WITH", "CROSS", "FULL", "RIGHT");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");
    private final Lexer in;
    private final ExpressionParser expressions;

    SelectParser(String text, Map<String, ? extends @Nullable Object> parameters) {
        in = new Lexer(text);
        expressions = new ExpressionParser(in, KEYWORDS, parameters);
    }

    Select parse() {
        in.need("SELECT");
        int top = top();
        List<Item> items = list(this::item);
        List<Source> sources = new ArrayList<>();
        if (in.take("FROM")) {
            sources.add(source(false, false));
            while (in.peek().is("INNER") || in.peek().is("LEFT") || in.peek().is("JOIN")) {
                boolean outer = in.take("LEFT");
                in.take(outer ? "OUTER" : "INNER");
                in.need("JOIN");
                sources.add(source(true, outer));
            }
        }
        List<Condition> where = in.take("WHERE") ? conditions() : List.of();
        List<Expression> groups = by("GROUP") ? list(expressions::expression) : List.of();
        List<Order> orders = by("ORDER") ? list(this::order) : List.of();
        if (in.peek().kind() != Lexer.Kind.END) {
            throw new UnknownStatement(in.peek().text());
        }
        return new Select(top, items, sources, where, groups, orders);
    }

    private int top() {
        if (!in.take("TOP")) {
            return Integer.MAX_VALUE;
        }
        boolean open = in.take("(");
        int top = Integer.parseInt(in.next().text());
        if (open) {
            in.need(")");
        }
        return top;
    }

    private Item item() {
        if (in.take("*")) {
            return new Item(new Expression.Named("", "*"), "");
        }
        Expression expression = expressions.expression();
        if (in.take("AS") || in.isName(KEYWORDS)) {
            return new Item(expression, in.next().text());
        }
        return new Item(expression, expression instanceof Expression.Named named ? named.column() : "");
    }

    private Source source(boolean joined, boolean outer) {
        List<String> path = new ArrayList<>();
        do {
            if (!in.isName(KEYWORDS)) {
                throw new UnknownStatement(in.peek().text());
            }
            path.add(in.next().text());
        } while (in.take("."));
        in.take("AS");
        String alias = in.isName(KEYWORDS) ? in.next().text() : path.getLast();
        if (!joined) {
            return new Source(path, alias, false, List.of());
        }
        in.need("ON");
        return new Source(path, alias, outer, conditions());
    }

    private List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        do {
            all.add(condition());
        } while (in.take("AND"));
        return all;
    }

    private Condition condition() {
        Expression left = expressions.expression();
        if (in.take("IS")) {
            boolean not = in.take("NOT");
            in.need("NULL");
            return new Condition(left, not ? "IS NOT NULL" : "IS NULL", List.of());
        }
        boolean not = in.take("NOT");
        if (in.take("IN")) {
            in.need("(");
            List<Expression> choices = list(expressions::expression);
            in.need(")");
            return new Condition(left, not ? "NOT IN" : "IN", choices);
        }
        String operator = in.next().text();
        if (not || !COMPARISONS.contains(operator)) {
            throw new UnknownStatement(operator);
        }
        return new Condition(left, operator, List.of(expressions.expression()));
    }

    private Order order() {
        Expression expression = expressions.expression();
        boolean descending = in.take("DESC");
        if (!descending) {
            in.take("ASC");
        }
        return new Order(expression, descending);
    }

    private boolean by(String keyword) {
        boolean here = in.take(keyword);
        if (here) {
            in.need("BY");
        }
        return here;
    }

    private <T> List<T> list(Supplier<T> one) {
        List<T> all = new ArrayList<>();
        do {
            all.add(one.get());
        } while (in.take(","));
        return all;
    }
}
