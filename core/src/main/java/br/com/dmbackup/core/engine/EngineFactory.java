package br.com.dmbackup.core.engine;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.settings.SettingsSection;
import java.util.function.Supplier;

/** One kind of engine, as the composition root lists it. */
public interface EngineFactory {
    /** The word in {@code engine = "…"}. */
    String kind();

    /**
     * Reads the {@code [database]} section, noting every problem in it.
     *
     * @param databaseName the database's name, such as {@code MCDados}
     * @return makes the engine; called only when the settings had no problem
     */
    Supplier<DatabaseEngine> configure(SettingsSection database, String databaseName, Checkpoint checkpoint);
}
