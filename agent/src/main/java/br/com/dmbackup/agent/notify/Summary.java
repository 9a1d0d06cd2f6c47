package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.PlaceStatus;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The message that tells how the last day went. */
final class Summary {
    private static final String LOCAL = "local";

    private final Messages texts;
    private final ZoneId zone;

    Summary(Messages texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** @param room free bytes of the backups' disk, where they are known */
    Message of(AgentStatus status, Tally tally, OptionalLong room, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("summary.backups", tally.backups()));
        lines.add(status.lastBackup().map(last -> texts.text("summary.last", last.startedAt().atZone(zone)))
                .orElse(texts.text("summary.none")));
        lines.add(missed(tally.missedHours(now, zone)));
        if (status.localOnly()) {
            lines.add(texts.text("summary.local_only"));
        }
        status.places().stream().filter(place -> !place.name().equals(LOCAL)).map(this::place).forEach(lines::add);
        lines.add(status.lastDrill().map(this::drill).orElse(texts.text("summary.drill.none")));
        room.ifPresent(bytes -> lines.add(texts.text("summary.room", bytes)));
        lines.add("");
        lines.add(texts.text(status.troubles().isEmpty() ? "summary.well" : "summary.troubles"));
        status.troubles().stream().map(Item::of)
                .map(item -> "• " + item.text() + (item.number().isEmpty() ? "" : " (" + item.number() + ")"))
                .forEach(lines::add);
        return new Message(Watchman.id(), Event.SUMMARY, Event.SUMMARY, now, status.store(), List.of(),
                Optional.of(tally.from()), Optional.of(now), Watchman.lastBackup(status), lines);
    }

    private String missed(List<LocalTime> hours) {
        return hours.isEmpty()
                ? texts.text("summary.no_hour_missed")
                : texts.text("summary.missed", hours.stream().map(LocalTime::toString)
                        .collect(Collectors.joining(", ")));
    }

    private String place(PlaceStatus place) {
        return place.owed() == 0
                ? texts.text("summary.not_owed", place.name())
                : texts.text("summary.owed", place.name(), place.owed(),
                        place.owedSince().<Object>map(since -> since.atZone(zone)).orElse("?"));
    }

    private String drill(LastDrill drill) {
        if (!drill.passed()) {
            return texts.text("summary.drill.failed", drill.at().atZone(zone));
        }
        return drill.proof().equals("DATABASE")
                ? texts.text("summary.drill.database", drill.at().atZone(zone), drill.tables(), drill.rows())
                : texts.text("summary.drill.bytes", drill.at().atZone(zone));
    }
}
