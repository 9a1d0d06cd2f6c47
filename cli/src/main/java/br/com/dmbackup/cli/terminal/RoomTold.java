package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Session;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The room that a server's backups will take at the terminal, for the person who pairs the two; all in bytes, 0 where
 * nobody knows yet.
 */
record RoomTold(long free, long needed, long slots, long asides, long dailies) {
    static RoomTold of(JsonNode told) {
        return new RoomTold(told.path("freeBytes").asLong(0), told.path("neededBytes").asLong(0),
                told.path("slotBytes").asLong(0), told.path("asideBytes").asLong(0),
                told.path("dailyBytes").asLong(0));
    }

    void tell(Session session, Map<String, Object> result) {
        if (needed > 0) {
            session.output().line(session.texts().text("terminal.room", slots, asides, dailies, needed, free));
            if (free < needed) {
                session.output().line(session.texts().text("terminal.room.short", needed - free));
            }
        } else {
            session.output().line(session.texts().text("terminal.room.unknown", free));
        }
        result.put("freeBytes", free);
        result.put("neededBytes", needed);
        result.put("slotBytes", slots);
        result.put("asideBytes", asides);
        result.put("dailyBytes", dailies);
    }
}
