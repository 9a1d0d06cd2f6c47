package br.com.dmbackup.engine.file;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.EngineFactory;
import br.com.dmbackup.core.engine.opaque.DumpMarks;
import br.com.dmbackup.core.settings.SettingsSection;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * {@code engine = "file"}: {@code path} names the dump, or with {@code *} and {@code ?} in its last element the newest of
 * several; {@code settle_seconds} how long it must stand still; {@code wait_seconds} for how long that is waited for;
 * {@code head} and {@code trailer} what it begins with and what stands at its end.
 */
public final class FileEngineFactory implements EngineFactory {
    static final long SETTLE_SECONDS = 10;
    /** Some dumps of gigabytes to a slow disk take longer; then the next try of the hour finds them. */
    static final long WAIT_SECONDS = 15 * 60;
    private static final long LONGEST_SECONDS = 3600;

    @Override
    public String kind() {
        return FileEngine.KIND;
    }

    @Override
    public Function<Clock, DatabaseEngine> configure(SettingsSection database, String databaseName,
            Checkpoint checkpoint) {
        DumpPlace place = DumpPlace.in(database);
        DumpMarks marks = DumpMarks.in(database);
        Duration still = Duration.ofSeconds(database.integer("settle_seconds", SETTLE_SECONDS, 1, LONGEST_SECONDS));
        Duration atMost = Duration.ofSeconds(database.integer("wait_seconds", WAIT_SECONDS, 1, LONGEST_SECONDS));
        Settling settling = new Settling(still, atMost, OpenFiles.ofThisSystem(), Pause.REAL);
        return clock -> new FileEngine(databaseName, place, marks, settling, clock, checkpoint);
    }
}
