package br.com.dmbackup.protocol.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an archive says of itself. Its dump was not read for it.
 *
 * @param archiveBytes length of the archive
 * @param dumpName name of the dump inside, such as {@code MCDados.bak}
 * @param ours whether DMBackup made it; if not, nothing below is known
 * @param fits whether it can be restored by the engine that the settings name
 * @param overwritable whether {@link RestoreWay#IN_PLACE} may be asked for
 * @param backup its id
 * @param startedAt when it was made
 * @param store the store's trade name; empty where it does not say
 * @param cnpj the store's; empty where it does not say
 * @param tables the tables, where the engine counted them
 */
public record ArchiveContents(long archiveBytes, String dumpName, long dumpBytes, boolean ours, boolean fits,
        boolean overwritable, Optional<String> backup, Optional<Instant> startedAt, String store, String cnpj,
        String engine,
        String engineVersion, String database, String programVersion, List<TableRows> tables) {

    /** One table and how many rows it had. */
    public record TableRows(String name, long rows) {}

    /** The rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(TableRows::rows).sum();
    }
}
