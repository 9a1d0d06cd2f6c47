package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;

/** Told of what the people at the terminal should know. Called from the threads that serve servers; must return at once. */
@FunctionalInterface
public interface VaultListener {
    /**
     * Something was refused, was found suspicious or damaged. The same may be told again and again.
     *
     * @param fault {@code TERMINAL_FULL}, {@code TERMINAL_TOO_OFTEN}, {@code TERMINAL_ARCHIVE_DAMAGED},
     *        {@code BACKUP_SUSPICIOUS}, {@code TERMINAL_FOREIGN_FILE}
     */
    void told(Pairing pairing, BackupFault fault);
}
