package br.com.dmbackup.testkit.sqlserver.query;

import br.com.dmbackup.testkit.sqlserver.message.UnknownStatement;
import br.com.dmbackup.testkit.sqlserver.wire.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands in select lists and conditions. */
final class ExpressionParser {
    private static final Set<String> WITHOUT_PARENTHESES = Set.of("SYSTEM_USER", "CURRENT_USER");
    private final Lexer in;
    private final Set<String> keywords;
    private final Map<String, ? extends @Nullable Object> parameters;

    ExpressionParser(Lexer in, Set<String> keywords, Map<String, ? extends @Nullable Object> parameters) {
        this.in = in;
        this.keywords = keywords;
        this.parameters = parameters;
    }

    Expression expression() {
        Expression left = single();
        while (in.take("*")) {
            left = new Expression.Product(left, single());
        }
        return left;
    }

    private Expression single() {
        if (in.take("-")) {
            return number(-1);
        }
        Lexer.Word word = in.peek();
        return switch (word.kind()) {
            case STRING -> new Expression.Literal(in.next().text(), text(word.text()));
            case NUMBER -> number(1);
            case VARIABLE -> variable();
            case WORD, QUOTED -> word.is("NULL") ? nothing() : named();
            case SYMBOL, END -> throw new UnknownStatement(word.text());
        };
    }

    private Expression number(int sign) {
        long value = sign * Long.parseLong(in.next().text());
        return new Expression.Literal(value, new SqlType.Whole(value == (int) value ? 4 : 8));
    }

    private Expression nothing() {
        in.next();
        return new Expression.Literal(null, new SqlType.Whole(4));
    }

    private Expression variable() {
        String name = in.next().text();
        if (name.startsWith("@@")) {
            return new Expression.Function(name.toUpperCase(Locale.ROOT), List.of());
        }
        if (!parameters.containsKey(name)) {
            throw new UnknownStatement(name);
        }
        Object value = parameters.get(name);
        return new Expression.Literal(value, value instanceof Long ? new SqlType.Whole(8) : new SqlType.Text(4_000));
    }

    private Expression named() {
        if (!in.isName(keywords)) {
            throw new UnknownStatement(in.peek().text());
        }
        String name = in.next().text();
        String upper = name.toUpperCase(Locale.ROOT);
        if (in.take(".")) {
            return new Expression.Named(name, in.next().text());
        }
        if (WITHOUT_PARENTHESES.contains(upper)) {
            return new Expression.Function(upper, List.of());
        }
        if (!in.take("(")) {
            return new Expression.Named("", name);
        }
        return switch (upper) {
            case "CAST" -> {
                Expression inner = expression();
                in.need("AS");
                yield close(new Expression.Cast(inner, type()));
            }
            case "CONVERT" -> {
                SqlType type = type();
                in.need(",");
                yield close(new Expression.Cast(expression(), type));
            }
            default -> new Expression.Function(upper, arguments());
        };
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        if (in.take(")")) {
            return arguments;
        }
        if (in.take("*")) {
            in.need(")");
            return arguments;
        }
        do {
            arguments.add(expression());
        } while (in.take(","));
        in.need(")");
        return arguments;
    }

    private Expression close(Expression whole) {
        in.need(")");
        return whole;
    }

    private SqlType type() {
        String name = in.next().text().toLowerCase(Locale.ROOT);
        String size = "";
        if (in.take("(")) {
            size = in.next().text();
            in.need(")");
        }
        return switch (name) {
            case "int" -> new SqlType.Whole(4);
            case "bigint" -> new SqlType.Whole(8);
            case "bit" -> new SqlType.Bit();
            case "nvarchar", "sysname", "varchar" -> size.equalsIgnoreCase("max")
                    ? new SqlType.LongText()
                    : new SqlType.Text(size.isEmpty() ? 128 : Integer.parseInt(size));
            case "datetime2" -> new SqlType.DateTime2();
            case "datetime" -> new SqlType.DateTime();
            default -> throw new UnknownStatement(name);
        };
    }

    private static SqlType text(String text) {
        return new SqlType.Text(Math.max(1, text.length()));
    }
}
