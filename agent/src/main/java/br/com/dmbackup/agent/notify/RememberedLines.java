package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import br.com.dmbackup.protocol.api.AgentLight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The format of what is remembered: a line for each thing, its first word says what it is, its fields are separated by
 * tabs. The items and further lines of a message follow it. The first line is {@link #HEAD}, another one is not
 * understood; the last is {@code end}, without which something is missing.
 */
final class RememberedLines {
    private static final String HEAD = "dmbackup-told 2";
    private static final String END = "end";
    private static final String NONE = "-";
    private static final int ITEM_FIELDS = 6;

    private final StringBuilder out = new StringBuilder(1024);

    private RememberedLines() {}

    static String written(Remembered all) {
        RememberedLines lines = new RememberedLines();
        lines.line(HEAD);
        all.watchman().told().forEach(lines::told);
        all.watchman().calm()
                .forEach((topic, calm) -> lines.line("calm", topic, calm.recoveries(), calm.last()));
        lines.line("silence", all.silence().backup(), all.silence().without());
        all.tally().ifPresent(lines::tally);
        all.outbox().forEach((channel, messages) -> messages.forEach(message -> lines.message(channel, message)));
        lines.line(END);
        return lines.out.toString();
    }

    private void line(Object... fields) {
        line(List.of(fields));
    }

    private void line(List<Object> fields) {
        for (int i = 0; i < fields.size(); i++) {
            out.append(i == 0 ? "" : "\t").append(escaped(fields.get(i).toString()));
        }
        out.append('\n');
    }

    private void told(Told told) {
        line("told", told.light(), String.join(",", new TreeSet<>(told.names())));
        item(told.item());
    }

    private void tally(Tally.Remembered tally) {
        line("tally", tally.from(), tally.backups());
        tally.openSeconds().forEach((hour, seconds) -> line("open", hour, seconds));
        tally.backedUp().forEach(hour -> line("backed-up", hour));
    }

    private void message(String channel, Message message) {
        line("message", channel, message.id(), message.event(), message.about(), message.at(), message.store(),
                text(message.from()), text(message.to()), text(message.lastBackup()));
        message.items().forEach(this::item);
        message.lines().forEach(text -> line("line", text));
    }

    private void item(Item item) {
        List<Object> fields = new ArrayList<>(List.of("item", item.topic(), item.name(), item.number(), item.text(),
                item.hint(), item.since()));
        fields.addAll(item.details());
        line(fields);
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(NONE);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** @throws RuntimeException of the kinds that {@link Remembered#read} knows, when it is no such text */
    static Remembered read(String text) {
        return new Reader(text.lines().toList()).all();
    }

    /** Reads line by line. */
    private static final class Reader {
        private final List<String> lines;
        private final List<Told> told = new ArrayList<>();
        private final Map<String, Calm> calm = new HashMap<>();
        private final Map<String, Long> openSeconds = new HashMap<>();
        private final List<String> backedUp = new ArrayList<>();
        private final Map<String, List<Message>> outbox = new LinkedHashMap<>();
        private BackupSilence.Remembered silence = BackupSilence.Remembered.NOTHING;
        private Optional<Tally.Remembered> tally = Optional.empty();
        private int next;

        Reader(List<String> lines) {
            if (lines.size() < 2 || !lines.getFirst().equals(HEAD) || !lines.getLast().equals(END)) {
                throw new IllegalArgumentException("not all of it is there, or it is of another version");
            }
            this.lines = lines.subList(1, lines.size() - 1);
        }

        Remembered all() {
            while (next < lines.size()) {
                List<String> fields = fields();
                switch (fields.getFirst()) {
                    case "told" -> told.add(new Told(item(fields()), AgentLight.valueOf(fields.get(1)),
                            Set.of(fields.get(2).split(","))));
                    case "calm" -> calm.put(fields.get(1),
                            new Calm(Integer.parseInt(fields.get(2)), Instant.parse(fields.get(3))));
                    case "silence" -> silence = new BackupSilence.Remembered(fields.get(1),
                            Duration.parse(fields.get(2)));
                    case "tally" -> tally = Optional.of(new Tally.Remembered(Instant.parse(fields.get(1)),
                            Integer.parseInt(fields.get(2)), openSeconds, backedUp));
                    case "open" -> openSeconds.put(fields.get(1), Long.parseLong(fields.get(2)));
                    case "backed-up" -> backedUp.add(fields.get(1));
                    case "message" -> outbox.computeIfAbsent(fields.get(1), fresh -> new ArrayList<>())
                            .add(message(fields));
                    default -> throw new IllegalArgumentException(fields.getFirst());
                }
            }
            return new Remembered(new Watchman.Remembered(told, calm), silence, tally, outbox);
        }

        private List<String> fields() {
            List<String> fields = new ArrayList<>();
            for (String field : lines.get(next++).split("\t", -1)) {
                fields.add(plain(field));
            }
            return fields;
        }

        private boolean follows(String word) {
            return next < lines.size() && lines.get(next).startsWith(word + "\t");
        }

        private Message message(List<String> fields) {
            List<Item> items = new ArrayList<>();
            while (follows("item")) {
                items.add(item(fields()));
            }
            List<String> further = new ArrayList<>();
            while (follows("line")) {
                further.add(fields().get(1));
            }
            return new Message(fields.get(2), Event.valueOf(fields.get(3)), Event.valueOf(fields.get(4)),
                    Instant.parse(fields.get(5)), fields.get(6), items, moment(fields.get(7)), moment(fields.get(8)),
                    moment(fields.get(9)), further);
        }

        private static Item item(List<String> fields) {
            if (!fields.getFirst().equals("item")) {
                throw new IllegalArgumentException("an item is missing");
            }
            return new Item(fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5),
                    fields.subList(ITEM_FIELDS + 1, fields.size()), Instant.parse(fields.get(ITEM_FIELDS)));
        }

        private static Optional<Instant> moment(String text) {
            return text.equals(NONE) ? Optional.empty() : Optional.of(Instant.parse(text));
        }

        private static String plain(String text) {
            StringBuilder plain = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                boolean escape = letter == '\\' && i + 1 < text.length();
                plain.append(escape ? unescaped(text.charAt(++i)) : letter);
            }
            return plain.toString();
        }

        private static char unescaped(char letter) {
            return switch (letter) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                default -> letter;
            };
        }
    }
}
