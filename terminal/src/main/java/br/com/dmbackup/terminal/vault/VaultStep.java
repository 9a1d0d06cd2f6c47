package br.com.dmbackup.terminal.vault;

/**
 * The named steps of the vault between which the process may die. At each of them everything that was there before must
 * still be whole; the tests kill the real process at every one.
 */
public enum VaultStep {
    BLOCK_SPOOLED,
    ARCHIVE_BEGUN,
    ARCHIVE_FINISHED,
    ARCHIVE_CHECKED,
    /** Its seal and the running time of its acceptance are on the disk; its name is not yet given. */
    ARCHIVE_NOTED,
    /** What stood in the slot has a name of its own beside. */
    OLD_ASIDE,
    ARCHIVE_PLACED,
    NEWEST_LINKED,
    SPOOL_SETTLED,
    ARCHIVE_LET_GO
}
