package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.destination.terminal.PairingCall.Paired;
import br.com.dmbackup.destination.terminal.TerminalDestinationFactory;
import br.com.dmbackup.protocol.Messages;
import java.util.Optional;

/** The {@code [[destination]]} of a paired terminal. Everything else in the file stays, comments too. */
final class TerminalSection {
    private static final String NAME = "terminal";
    private static final int MOST = 9;

    private TerminalSection() {}

    /** The name that the destination has now: the one with the same pin, else a free one. */
    static String write(Home home, Paired paired, Messages comments) {
        SettingsFile file = SettingsFile.load(home.settingsFile());
        String pin = paired.terminal().pin().toString();
        String name = name(file, pin);
        file.setDestination(name, "kind", TerminalDestinationFactory.KIND, comments);
        file.setDestination(name, "address", paired.address(), comments);
        file.setDestination(name, "pin", pin, comments);
        file.save(home.settingsFile());
        return name;
    }

    /** The key by which that destination's terminal is known. */
    static String pin(Home home, String destination) {
        return SettingsFile.load(home.settingsFile()).getDestination(destination, "pin").map(Object::toString)
                .orElse("");
    }

    private static String name(SettingsFile file, String pin) {
        for (int number = 1; number < MOST; number++) {
            String name = number == 1 ? NAME : NAME + number;
            Optional<Object> kind = file.getDestination(name, "kind");
            if (kind.isEmpty() || file.getDestination(name, "pin").equals(Optional.of(pin))) {
                return name;
            }
        }
        return NAME + MOST;
    }
}
