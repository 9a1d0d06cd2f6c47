package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.settings.SettingsSection;
import java.time.Clock;
import java.util.function.Function;

/** One kind of engine, as the composition root lists it. */
public interface EngineFactory {
    /** The word in {@code engine = "…"}. */
    String kind();

    /**
     * Reads the {@code [database]} section, noting every problem in it.
     *
     * @param databaseName the database's name, such as {@code MCDados}
     * @return makes the engine, given a clock in the store's time zone; called only when the settings had no problem
     */
    Function<Clock, DatabaseEngine> configure(SettingsSection database, String databaseName, Checkpoint checkpoint);
}
