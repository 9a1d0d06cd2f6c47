package br.com.dmbackup.agent.notify.message;

import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in words: plain text, for somebody who is no technician.
 *
 * @param subject in one line
 * @param text all of it, with the subject's facts repeated
 */
public record Letter(Message message, String subject, String text) {
    private static final String TEXTS = "br.com.dmbackup.agent.notify.message.texts";

    /** The words of messages in one language. */
    public static Messages texts(Language language) {
        return Messages.in(language, TEXTS);
    }

    /** @param zone the store's time zone */
    public static Letter of(Message message, Messages texts, ZoneId zone) {
        boolean nameless = message.store().isBlank();
        String store = nameless ? texts.text("store.nameless") : message.store();
        String event = message.event().name();
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("open." + event, store, duration(message, texts), at(message.from(), message, zone),
                at(message.to(), message, zone)));
        message.items().forEach(item -> {
            lines.add("");
            lines.addAll(item(item, message.alarms(), texts, zone));
        });
        if (!message.lines().isEmpty()) {
            lines.add("");
            lines.addAll(message.lines());
        }
        message.lastBackup().filter(last -> message.event() != Event.SUMMARY).ifPresent(last -> {
            lines.add("");
            lines.add(texts.text("last_backup", last.atZone(zone)));
        });
        if (message.alarms()) {
            lines.add("");
            lines.add(texts.text("close." + event));
        }
        return new Letter(message, "[DMBackup] " + texts.text("subject." + event,
                nameless ? texts.text("store.nameless.subject") : store), String.join("\n", lines));
    }

    private static List<String> item(Item item, boolean lasts, Messages texts, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add("• " + (item.number().isEmpty()
                ? item.text()
                : texts.text("item.numbered", item.text(), item.number())));
        item.details().forEach(detail -> lines.add("  - " + detail));
        lines.add("  " + texts.text("item.since", item.since().atZone(zone)));
        if (lasts && !item.hint().isEmpty()) {
            lines.add("  " + texts.text("item.hint", item.hint()));
        }
        return lines;
    }

    private static Object at(java.util.Optional<Instant> moment, Message message, ZoneId zone) {
        return moment.orElse(message.at()).atZone(zone);
    }

    private static String duration(Message message, Messages texts) {
        return message.from().map(from -> duration(Duration.between(from, message.to().orElse(message.at())), texts))
                .orElse("");
    }

    /** As a person says it: {@code 12 min}, {@code 3 h 5 min}, {@code 2 dias e 4 h}. */
    static String duration(Duration length, Messages texts) {
        if (length.toMinutes() < 60) {
            return texts.text("duration.minutes", Math.max(1, length.toMinutes()));
        }
        return length.toHours() < 48
                ? texts.text("duration.hours", length.toHours(), length.toMinutesPart())
                : texts.text("duration.days", length.toDays(), length.toHoursPart());
    }
}
