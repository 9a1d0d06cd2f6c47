package br.com.dmbackup.core.policy;

import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table with its rows before and now, in words.
 *
 * @param now none where the table itself is gone
 */
record TableChange(String table, long before, Optional<Long> now) implements Phrase {
    @Override
    public String in(Messages messages) {
        return now.map(rows -> messages.text("suspicious.table", table, before, rows))
                .orElseGet(() -> messages.text("suspicious.table_gone", table, before));
    }

    /** The first of several. */
    record Several(int count, List<TableChange> told) implements Phrase {
        @Override
        public String in(Messages messages) {
            String tables = told.stream().map(table -> table.in(messages)).collect(Collectors.joining(", "));
            return count > told.size()
                    ? messages.text("suspicious.more", tables, count - told.size())
                    : tables;
        }
    }
}
