package br.com.dmbackup.agent.notify.message;

import br.com.dmbackup.core.backup.MaskedText;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Instant;
import java.util.List;

/**
 * One thing that a message is about, in words that may leave the store.
 *
 * @param topic what it is about; see {@link Trouble}
 * @param name name of the fault or notice code
 * @param number {@code DM-230}; empty for a notice
 * @param text what is wrong
 * @param hint what to do; may be empty
 * @param details further lines, a few
 * @param since when it was first seen
 */
public record Item(String topic, String name, String number, String text, String hint, List<String> details,
        Instant since) {
    private static final int MOST_DETAILS = 5;

    public Item {
        details = List.copyOf(details);
    }

    /** From what the agent shows on this machine; whatever must not leave it is masked. */
    public static Item of(Trouble trouble) {
        return new Item(trouble.topic(), trouble.name(), trouble.number(), MaskedText.of(trouble.message()),
                MaskedText.of(trouble.hint()),
                trouble.details().stream().limit(MOST_DETAILS).map(MaskedText::of).toList(), trouble.since());
    }
}
