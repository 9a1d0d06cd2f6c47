package br.com.dmbackup.engine.sqlserver.mtf;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * What "Start Of Data Set Descriptor Block (MTF_SSET)" says of a backup set.
 *
 * @param number "Data Set Number", from 1 on
 * @param attributes "SSET Attributes"
 * @param name "Data Set Name": the one given in {@code BACKUP … WITH NAME}
 * @param description "Data Set Description"
 * @param login "User Name": who took the backup
 * @param written "Media Write Date"
 * @param zone "Time Zone": how far the server's clock is from UTC; none where it is not known
 * @param id the set's own id, in the "OS Specific Data"
 */
public record SetStart(int number, long attributes, String name, String description, String login,
        Optional<LocalDateTime> written, Optional<ZoneOffset> zone, Optional<UUID> id) {
    static final String TYPE = "SSET";
    private static final int OS_DATA = 44;
    private static final int GUID_BYTES = 16;
    private static final int UNKNOWN_ZONE = 127;
    private static final int QUARTER = 15 * 60;
    private static final int MOST_QUARTERS = 18 * 4;

    static SetStart of(Block block) {
        return new SetStart(block.u16(62), block.u32(52), block.text(64), block.text(68), block.text(76),
                block.date(88), zone((byte) block.u8(95)), id(block));
    }

    private static Optional<ZoneOffset> zone(int quarters) {
        return quarters == UNKNOWN_ZONE || Math.abs(quarters) > MOST_QUARTERS
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds(quarters * QUARTER));
    }

    private static Optional<UUID> id(Block block) {
        return block.u16(OS_DATA) < GUID_BYTES ? Optional.empty() : block.guid(block.u16(OS_DATA + 2));
    }
}
