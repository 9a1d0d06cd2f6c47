package br.com.dmbackup.testkit.sqlserver.query;

import java.util.List;

/**
 * A SELECT as it was written.
 *
 * @param top rows at most
 * @param sources none for a SELECT of values alone
 */
record Select(int top, List<Item> items, List<Source> sources, List<Condition> where, List<Expression> groups,
        List<Order> orders) {
    /** @param name empty where it has none; an expression of null means all columns */
    record Item(Expression expression, String name) {}

    /**
     * @param path of names, as {@code msdb}, {@code dbo}, {@code backupset}
     * @param outer whether rows without a partner stay
     * @param on none for the first
     */
    record Source(List<String> path, String alias, boolean outer, List<Condition> on) {}

    /** @param operator a comparison, IN, NOT IN, IS NULL or IS NOT NULL */
    record Condition(Expression left, String operator, List<Expression> right) {}

    record Order(Expression expression, boolean descending) {}
}
