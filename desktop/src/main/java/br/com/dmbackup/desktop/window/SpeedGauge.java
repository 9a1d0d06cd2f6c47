package br.com.dmbackup.desktop.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** How fast something goes, over its last seconds. */
final class SpeedGauge {
    private static final Duration WINDOW = Duration.ofSeconds(8);
    private static final Duration SHORTEST = Duration.ofMillis(900);

    private final Deque<Mark> marks = new ArrayDeque<>();
    private Instant work = Instant.MIN;

    private record Mark(Instant at, long bytes) {}

    /**
     * So far it was then.
     *
     * @param since when this work began: another moment is another work
     */
    void mark(Instant since, Instant at, long bytes) {
        Mark last = marks.peekLast();
        if (!since.equals(work) || (last != null && (bytes < last.bytes || at.isBefore(last.at)))) {
            marks.clear();
            work = since;
        }
        marks.addLast(new Mark(at, bytes));
        while (marks.size() > 2 && marks.getFirst().at.isBefore(at.minus(WINDOW))) {
            marks.removeFirst();
        }
    }

    /** None before that can be told. */
    OptionalLong bytesPerSecond() {
        Mark first = marks.peekFirst();
        Mark last = marks.peekLast();
        if (first == null || last == null || Duration.between(first.at, last.at).compareTo(SHORTEST) < 0) {
            return OptionalLong.empty();
        }
        long speed = (last.bytes - first.bytes) * 1000 / Duration.between(first.at, last.at).toMillis();
        return speed > 0 ? OptionalLong.of(speed) : OptionalLong.empty();
    }
}
