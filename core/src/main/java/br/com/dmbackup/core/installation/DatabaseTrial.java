package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.DatabaseFacts;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.Messages;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether the database of settings that nobody has kept yet can be reached. Its section is tried alone, so that other
 * mistakes do not hide what is wrong with it.
 *
 * @param reading reads settings that are not yet the home's
 */
public record DatabaseTrial(Function<SettingsFile, Reading> reading, Clock clock) {
    private static final String SECTION = "database";

    /**
     * A database that can be reached.
     *
     * @param keepsDumps whether dumps stay, unless the settings say otherwise
     */
    public record Found(DatabaseFacts facts, boolean keepsDumps) {}

    /**
     * @param comments in whose language the try is written down
     * @return none where the section itself is not sound, which the settings as a whole tell in their own way
     * @throws BackupFault why it cannot be reached
     */
    public Optional<Found> find(SettingsFile whole, Messages comments) {
        if (!(reading.apply(alone(whole, comments)) instanceof Sound sound)) {
            return Optional.empty();
        }
        try (DatabaseEngine engine = sound.engine().apply(clock)) {
            if (engine.checkService() instanceof ServiceStatus.NotReady notReady) {
                throw notReady.fault();
            }
            return Optional.of(new Found(engine.facts(), engine.keepsDumps()));
        }
    }

    private static SettingsFile alone(SettingsFile whole, Messages comments) {
        SettingsFile alone = SettingsFile.blank(comments);
        for (String key : whole.keys(SECTION)) {
            List<String> texts = whole.texts(SECTION, key);
            Optional<Object> value = texts.isEmpty() ? whole.get(SECTION, key) : Optional.of(texts);
            value.ifPresent(said -> alone.set(SECTION, key, said, comments));
        }
        return alone;
    }
}
