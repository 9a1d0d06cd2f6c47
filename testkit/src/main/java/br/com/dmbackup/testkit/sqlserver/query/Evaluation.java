package br.com.dmbackup.testkit.sqlserver.query;

import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.query.Select.Condition;
import br.com.dmbackup.testkit.sqlserver.wire.SqlType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What expressions are worth for a row, or for a group of rows where they are summed. */
final class Evaluation {
    private static final Set<String> SUMS = Set.of("SUM", "COUNT", "COUNT_BIG", "MAX", "MIN");
    private final ServerFunctions functions;

    Evaluation(ServerFunctions functions) {
        this.functions = functions;
    }

    static boolean isSum(Expression expression) {
        return switch (expression) {
            case Expression.Function function -> SUMS.contains(function.name());
            case Expression.Cast cast -> isSum(cast.inner());
            case Expression.Product product -> isSum(product.left()) || isSum(product.right());
            case Expression.Named named -> false;
            case Expression.Literal literal -> false;
        };
    }

    /** @param group of which a bare column takes the first row */
    @Nullable
    Object value(Expression expression, List<Row> group) {
        return switch (expression) {
            case Expression.Named named -> group.getFirst().value(named);
            case Expression.Literal literal -> literal.value();
            case Expression.Cast cast -> cast(value(cast.inner(), group), cast.type());
            case Expression.Product product -> product(value(product.left(), group), value(product.right(), group));
            case Expression.Function function -> SUMS.contains(function.name())
                    ? sum(function, group)
                    : functions.value(function.name(),
                            function.arguments().stream().map(argument -> text(value(argument, group))).toList());
        };
    }

    /** @param sample a row with the sources, if there are any */
    SqlType type(Expression expression, Row sample) {
        return switch (expression) {
            case Expression.Named named -> sample.type(named);
            case Expression.Literal literal -> literal.type();
            case Expression.Cast cast -> cast.type();
            case Expression.Product product -> new SqlType.Whole(8);
            case Expression.Function function -> switch (function.name()) {
                case "SUM", "COUNT_BIG" -> new SqlType.Whole(8);
                case "COUNT" -> new SqlType.Whole(4);
                case "MAX", "MIN" -> type(function.arguments().getFirst(), sample);
                default -> functions.type(function.name());
            };
        };
    }

    /** What is unknown is not true. */
    boolean isTrue(Condition condition, Row row) {
        Object left = value(condition.left(), List.of(row));
        List<@Nullable Object> right = new java.util.ArrayList<>();
        condition.right().forEach(expression -> right.add(value(expression, List.of(row))));
        return switch (condition.operator()) {
            case "IS NULL" -> left == null;
            case "IS NOT NULL" -> left != null;
            case "IN" -> right.stream().anyMatch(one -> isEqual(left, one));
            case "NOT IN" -> left != null && right.stream().noneMatch(one -> one == null || isEqual(left, one));
            default -> left != null && right.getFirst() != null
                    && holds(compare(left, right.getFirst()), condition.operator());
        };
    }

    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof byte[] some && right instanceof byte[] others) {
            return java.util.Arrays.compareUnsigned(some, others);
        }
        if (isNumber(left) && isNumber(right)) {
            return decimal(left).compareTo(decimal(right));
        }
        return left.toString().toLowerCase(Locale.ROOT).compareTo(right.toString().toLowerCase(Locale.ROOT));
    }

    private static boolean isEqual(@Nullable Object left, @Nullable Object right) {
        return left != null && right != null && compare(left, right) == 0;
    }

    private static boolean holds(int order, String operator) {
        return switch (operator) {
            case "=" -> order == 0;
            case "<>", "!=" -> order != 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            default -> throw new UnknownStatement(operator);
        };
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof Boolean bit ? bit ? BigDecimal.ONE : BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    private static @Nullable Object product(@Nullable Object left, @Nullable Object right) {
        return left == null || right == null ? null : decimal(left).multiply(decimal(right)).longValue();
    }

    private static @Nullable Object cast(@Nullable Object value, SqlType type) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case SqlType.Whole whole -> decimal(value).longValue();
            case SqlType.Bit bit -> decimal(value).signum() != 0;
            case SqlType.Text text -> value.toString().substring(0, Math.min(text.chars(), value.toString().length()));
            case SqlType.LongText text -> value.toString();
            default -> value;
        };
    }

    private @Nullable Object sum(Expression.Function function, List<Row> group) {
        if (function.name().startsWith("COUNT") && function.arguments().isEmpty()) {
            return (long) group.size();
        }
        List<Object> values = group.stream().map(row -> value(function.arguments().getFirst(), List.of(row)))
                .filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        return switch (function.name()) {
            case "SUM" -> values.isEmpty()
                    ? null
                    : values.stream().map(Evaluation::decimal).reduce(BigDecimal.ZERO, BigDecimal::add).longValue();
            case "MAX" -> values.stream().max(Evaluation::compare).orElse(null);
            case "MIN" -> values.stream().min(Evaluation::compare).orElse(null);
            default -> (long) values.size();
        };
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> value.toString();
        };
    }
}
