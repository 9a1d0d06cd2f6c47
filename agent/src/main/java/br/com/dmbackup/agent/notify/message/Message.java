package br.com.dmbackup.agent.notify.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be told, before it has words. Immutable.
 *
 * @param id to know it again when it comes twice
 * @param event what it tells
 * @param about for what is mended or over: which event that was; else {@code event} itself
 * @param at when it was decided to tell it
 * @param store the store's name; empty where the settings do not say
 * @param items what is, or was, wrong
 * @param from since when
 * @param to until when, for what is over
 * @param lastBackup start of the last good backup
 * @param lines further lines, in the store's language
 */
public record Message(String id, Event event, Event about, Instant at, String store, List<Item> items,
        Optional<Instant> from, Optional<Instant> to, Optional<Instant> lastBackup, List<String> lines) {

    public Message {
        items = List.copyOf(items);
        lines = List.copyOf(lines);
    }

    /** One that tells of no trouble. */
    public static Message plain(String id, Event event, Instant at, String store, Optional<Instant> lastBackup,
            List<String> lines) {
        return new Message(id, event, event, at, store, List.of(), Optional.empty(), Optional.empty(), lastBackup,
                lines);
    }

    /** Whether it tells that something is wrong now. */
    public boolean alarms() {
        return event == Event.FAILURE || event == Event.SILENCE || event == Event.ATTENTION;
    }

    /** The topics of all items. */
    public List<String> topics() {
        return items.stream().map(Item::topic).toList();
    }

    /** This and a later one that says more of the same, as one; what both tell of is told once. */
    public Message with(Message later) {
        Event graver = event == Event.FAILURE ? event : later.event;
        List<Item> both = new ArrayList<>(items);
        later.items.stream().filter(item -> both.stream().noneMatch(
                known -> known.topic().equals(item.topic()) && known.name().equals(item.name()))).forEach(both::add);
        return new Message(later.id, graver, graver == Event.OVER ? later.about : graver, later.at, later.store, both,
                from, later.to, later.lastBackup, lines);
    }

    /** This recovery for somebody who was never told that something was wrong. */
    public Message over() {
        return new Message(id, Event.OVER, about, at, store, items, from, to, lastBackup, lines);
    }

    /** The same without the items of a topic. */
    public Message without(String topic) {
        return new Message(id, event, about, at, store,
                items.stream().filter(item -> !item.topic().equals(topic)).toList(), from, to, lastBackup, lines);
    }
}
