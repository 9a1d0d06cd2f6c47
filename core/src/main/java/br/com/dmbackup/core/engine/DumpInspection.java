package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.protocol.DumpFact;
import java.util.List;

/**
 * What a dump says of itself, and what is wrong with it.
 *
 * @param format the product that wrote it, by its own name
 * @param facts in the order in which a person reads them; where a dump holds several backups, one after the other
 * @param damages what is proven to be wrong, one line each, the same in every language; the first of them
 * @param damageCount how many there are
 * @param notices what is not understood, or worth knowing
 */
public record DumpInspection(String format, List<Fact> facts, List<String> damages, long damageCount,
        List<Notice> notices) {

    /**
     * One thing that a dump says.
     *
     * @param value a text, a number, a {@link br.com.dmbackup.protocol.DumpKind}, or a moment: an
     *        {@code OffsetDateTime}, or a {@code LocalDateTime} where nothing says in which zone
     */
    public record Fact(DumpFact what, Object value) {}

    public boolean sound() {
        return damageCount == 0;
    }
}
