package br.com.dmbackup.testkit.sqlserver.query;

import br.com.dmbackup.testkit.sqlserver.wire.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a select list or a condition. */
sealed interface Expression {
    /** @param alias empty where none was written */
    record Named(String alias, String column) implements Expression {}

    record Literal(@Nullable Object value, SqlType type) implements Expression {}

    /** A function, in capitals; {@code COUNT(*)} has no arguments. */
    record Function(String name, List<Expression> arguments) implements Expression {}

    record Cast(Expression inner, SqlType type) implements Expression {}

    record Product(Expression left, Expression right) implements Expression {}
}
