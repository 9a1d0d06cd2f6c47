package br.com.dmbackup.agent.notify;

import java.io.IOException;
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
    Optional<LastSign> lastSign();

    /** The agent is alive. Called each minute, and must cost next to nothing. */
    void alive(Instant now) throws IOException;

    /** It ends in good order. */
    void goodbye(Instant now) throws IOException;

    /** Where it is kept, for a person. */
    Object place();

    /** Free bytes of the backups' disk. */
    OptionalLong room();

    /** @param goodbye whether it was one */
    record LastSign(Instant at, boolean goodbye) {}
}
