package br.com.dmbackup.protocol.api;

import java.util.Optional;

/**
 * An archive that stands at a backup terminal.
 *
 * @param name such as {@code 09h/MCDados.zip}, within the server's folder
 * @param kind {@code SLOT}, {@code SUSPICIOUS}, {@code ASIDE}, {@code DAILY} or {@code ADOPTED}
 * @param madeAt when the backup was made; none for an archive of another program
 * @param backup its id; none for an archive of another program
 * @param tag changes with its bytes
 */
public record TerminalArchive(String name, String kind, long sizeBytes, Optional<String> madeAt,
        Optional<String> backup,
        boolean damaged, String tag) {

    /** How much of one is handed out at a time. */
    public static final int LARGEST_PIECE = 4 << 20;
}
