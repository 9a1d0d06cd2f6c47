package br.com.dmbackup.core.destination;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.settings.SettingsSection;
import java.time.Clock;
import java.util.function.Function;

/** One kind of destination, as the composition root lists it. */
public interface DestinationFactory {
    /** The word in {@code kind = "…"}. */
    String kind();

    /**
     * Reads one {@code [[destination]]} section, noting every problem in it.
     *
     * @param name the destination's name
     * @return makes the destination, given a clock in the store's time zone; called only when the settings had no problem
     */
    Function<Clock, Destination> configure(SettingsSection destination, String name, Checkpoint checkpoint);
}
