package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.Room;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Asks a terminal, just after pairing, for what a dead server left there, and for the room that there is. */
public final class KeptThere {
    private KeptThere() {}

    /** None where nothing was left, or nothing that this version understands. */
    public static Optional<TravellingSettings> settings(Path home, Pin pin, String address, String programVersion,
            Clock clock) {
        try (TerminalDestination destination = destination(home, pin, address, programVersion, clock)) {
            return destination.keptSettings().flatMap(TravellingSettings::read);
        }
    }

    /** As the terminal sees it. */
    public static Room.Is room(Path home, Pin pin, String address, String programVersion, Clock clock) {
        try (TerminalDestination destination = destination(home, pin, address, programVersion, clock)) {
            return destination.room();
        }
    }

    private static TerminalDestination destination(Path home, Pin pin, String address, String programVersion,
            Clock clock) {
        return new TerminalDestination(
                new TerminalSettings("terminal", address, pin, home, 0, Optional.empty()), programVersion, clock,
                Waiting.SYSTEM);
    }
}
