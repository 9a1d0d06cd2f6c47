package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.opening.BackupSilence;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What the messenger keeps beyond its end. */
interface Memory {
    /** What was told and what waits to be; none at first, or where it cannot be read. */
    Optional<byte[]> told();

    void told(byte[] state) throws IOException;

    /** What was learned of the opening hours. */
    List<String> habit();

    /** @param lines asked for when they are written */
    void habit(Supplier<List<String>> lines) throws IOException;

    /** The last sign of the life before this one. */
    Optional<LastSign> lastSign(Instant now);

    /**
     * The agent is alive. Called each minute, and must cost next to nothing.
     *
     * @param silence what would be forgotten when the agent died now
     */
    void alive(Instant now, BackupSilence.Remembered silence) throws IOException;

    /** The machine goes to sleep. */
    void asleep(Instant now) throws IOException;

    /** The agent ends in good order. */
    void ended(Instant now) throws IOException;

    /** Where it is kept, for a person. */
    Object place();

    /** Free bytes of the backups' disk. */
    OptionalLong room();

    /**
     * The last sign of a life.
     *
     * @param parting how it ended
     * @param slept for how long the machine has slept since, as far as that is known
     * @param silence as it was then; none where it was not kept
     */
    record LastSign(Instant at, Parting parting, Duration slept, Optional<BackupSilence.Remembered> silence) {}

    /** How a life of the agent ended. */
    enum Parting {
        /** Without a word: it was killed, or the power failed. */
        DIED,
        /** In good order, as the machine was switched off or went to sleep. */
        LEFT,
        /** In good order, and the machine stayed on. */
        CLOSED
    }
}
