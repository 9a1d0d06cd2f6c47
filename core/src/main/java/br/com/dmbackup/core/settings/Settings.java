package br.com.dmbackup.core.settings;

import br.com.dmbackup.core.backup.StoreIdentity;
import br.com.dmbackup.protocol.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one home folder, all of them sound.
 *
 * @param language what the program speaks
 * @param store whose database it is, where it is filled in
 * @param client what else is known of the store
 * @param zone the store's time zone
 * @param database the database and its engine
 * @param localSlots how many slots this machine keeps, 1 to 24
 * @param destinations where archives are delivered, in order
 */
public record Settings(Language language, Optional<StoreIdentity> store, ClientData client, ZoneId zone,
        DatabaseSettings database, int localSlots, List<DestinationSettings> destinations) {

    /** {@code America/Sao_Paulo}: when nothing is said. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Sao_Paulo");

    /**
     * @param engine the engine's word
     * @param name the database's name: dumps are {@code <name>.bak}, archives {@code <name>.zip}
     * @param keepDump whether {@code Backup/<name>.bak} stays after the run; empty: as the engine's nature is
     * @param section the rest, for the engine to read
     */
    public record DatabaseSettings(String engine, String name, Optional<Boolean> keepDump, SettingsSection section) {}

    /**
     * @param name the destination's name, unique
     * @param kind the destination's kind
     * @param silence after how long without a byte a delivery is given up
     * @param section the rest, for the destination to read
     */
    public record DestinationSettings(String name, String kind, Duration silence, SettingsSection section) {}
}
