package br.com.dmbackup.engine.sqlserver.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server says during one statement: of each number the first few, for a check of a badly damaged database says
 * the same thing a hundred thousand times. Thread-safe.
 */
final class KeptMessages {
    private static final int OF_EACH = 100;

    private final List<ServerMessage> kept = new ArrayList<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    synchronized void add(ServerMessage message) {
        if (counts.merge(message.number(), 1, Integer::sum) <= OF_EACH) {
            kept.add(message);
        }
    }

    synchronized Heard all() {
        return new Heard(List.copyOf(kept));
    }
}
