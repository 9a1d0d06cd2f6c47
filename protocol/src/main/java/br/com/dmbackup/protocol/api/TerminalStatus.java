package br.com.dmbackup.protocol.api;

import java.util.List;
import java.util.Optional;

/**
 * How a backup terminal stands. Moments are ISO 8601 with the offset of the terminal's own clock on the wall.
 *
 * @param name by which servers and people know it
 * @param folder {@code MCBkp}
 * @param light {@code green}, or {@code red} while something is wrong
 */
public record TerminalStatus(String programVersion, String name, String folder, String light, List<Server> servers,
        List<TerminalTrouble> troubles) {

    /**
     * A paired server.
     *
     * @param pin which one it is
     * @param newestBackupAt when the newest backup was made that it brought
     * @param contactAt when it last called, in this life of the terminal
     * @param archives how many archives stand here for it
     * @param neededBytes room that its copies will take within two weeks
     */
    public record Server(String store, String cnpj, String database, String pin, Optional<String> newestBackupAt,
            Optional<String> contactAt, int archives, int suspicious, long sizeBytes, long freeBytes,
            long neededBytes) {}

    /** Something that is not as it should be. */
    public record TerminalTrouble(String topic, String store, String code, String name, String message, String hint,
            String since) {}
}
