package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.link.tls.Pin;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the settings say of one backup terminal.
 *
 * @param name the destination's
 * @param address where it was last, {@code host:port}
 * @param pin by which it is known
 * @param home this server's
 * @param bytesPerSecond the most that copies may send; 0 for all that the line gives
 * @param hours in which copies may be sent; none for any
 */
record TerminalSettings(String name, String address, Pin pin, Path home, long bytesPerSecond,
        Optional<UploadHours> hours) {

    /** This server's own key. */
    Path identityFile() {
        return home.resolve(TerminalDestinationFactory.IDENTITY);
    }

    /** The address that it was found at since, when it is not the settings' any more. */
    Path foundFile() {
        return identityFile().resolveSibling(name + ".address");
    }
}
