package br.com.dmbackup.testkit.sqlserver.query;

import br.com.dmbackup.testkit.sqlserver.wire.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of joined sources. */
record Row(List<Part> parts) {
    /** @param values none where an outer join found no partner */
    record Part(String alias, Relation relation, List<@Nullable Object> values) {
        boolean is(String wanted) {
            return wanted.isEmpty() || alias.equalsIgnoreCase(wanted);
        }
    }

    Row with(Part part) {
        List<Part> all = new ArrayList<>(parts);
        all.add(part);
        return new Row(all);
    }

    @Nullable
    Object value(Expression.Named named) {
        Part part = part(named);
        return part.values().isEmpty() ? null : part.values().get(part.relation().indexOf(named.column()));
    }

    SqlType type(Expression.Named named) {
        Relation relation = part(named).relation();
        return relation.columns().get(relation.indexOf(named.column())).type();
    }

    private Part part(Expression.Named named) {
        return parts.stream().filter(part -> part.is(named.alias()))
                .filter(part -> part.relation().indexOf(named.column()) >= 0).findFirst()
                .orElseThrow(() -> Relation.unknownColumn(named.column()));
    }
}
