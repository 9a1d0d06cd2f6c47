package br.com.dmbackup.terminal.life;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What may be asked of the running terminal, by the people at it and by their tray. */
public interface Desk {
    /** How everything stands, as plain values. */
    Map<String, Object> status();

    /**
     * Lets one server pair from now on. An earlier invitation ends.
     *
     * @param replacement whether it may take a dead server's place; only a person here can say that
     * @return what the person types at the server
     */
    Invited invite(boolean replacement);

    /** What became of the last invitation: {@code open}, {@code paired}, {@code over} or {@code none}. */
    Map<String, Object> invitation();

    /**
     * Gives the pairing's newest suspicious backup its slot; the name of that.
     *
     * @param backup the id of the one that the person saw, which must be the newest; empty for whichever it is
     */
    List<String> accept(String pairing, String backup);

    /** The server with that name may not connect any more; its archives stay. */
    void unpair(String pairing);

    /** The archives of the server with that pin. */
    ArchiveShelf shelf(String pin);

    /** A code, and for how long it holds. */
    record Invited(String code, Duration valid) {}
}
