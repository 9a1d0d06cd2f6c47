package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.DestinationFactory;
import br.com.dmbackup.core.settings.SettingsSection;
import br.com.dmbackup.link.tls.Pin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Makes destinations that are backup terminals: {@code kind = "terminal"}, written by {@code dmbackup pair}. */
public final class TerminalDestinationFactory implements DestinationFactory {
    public static final String KIND = "terminal";
    /** This server's key, below the home. */
    public static final String IDENTITY = "state/link/identity.pem";

    private static final String LIMIT = "upload_kib_per_second";
    /** Slower than this a block would take longer than the watch waits for a sign of life. */
    private static final long LEAST_KIB = 32;
    private static final long MOST_KIB = 1 << 20;

    private final String programVersion;

    public TerminalDestinationFactory(String programVersion) {
        this.programVersion = programVersion;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Function<Clock, Destination> configure(SettingsSection section, String name, Checkpoint checkpoint) {
        String address = section.text("address");
        if (!address.isEmpty() && !isAddress(address)) {
            section.problem("address", "settings.terminal.address", address);
        }
        String written = section.text("pin");
        Optional<Pin> pin = Pin.parse(written);
        if (!written.isEmpty() && pin.isEmpty()) {
            section.problem("pin", "settings.terminal.pin");
        }
        long kib = section.integer(LIMIT, 0, 0, MOST_KIB);
        if (kib > 0 && kib < LEAST_KIB) {
            section.problem(LIMIT, "settings.range", kib, LEAST_KIB, MOST_KIB);
        }
        Optional<String> span = section.optionalText("upload_hours");
        Optional<UploadHours> hours = span.flatMap(UploadHours::parse);
        if (span.isPresent() && hours.isEmpty()) {
            section.problem("upload_hours", "settings.terminal.hours", span.get());
        }
        Path home = section.path("name", "");
        return clock -> new TerminalDestination(
                new TerminalSettings(name, address, pin.orElseThrow(), home, kib << 10, hours), programVersion,
                clock, Waiting.SYSTEM);
    }

    private static boolean isAddress(String text) {
        try {
            return Address.parse(text).getPort() > 0;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
