package br.com.dmbackup.core.backup;

/**
 * The named steps between which a process may die. At each of them everything that existed before must still be whole;
 * the tests kill the real process at every one.
 */
public enum Step {
    RUN_STARTED,
    DUMP_STARTED,
    DUMP_WRITTEN,
    ARCHIVE_STARTED,
    ARCHIVE_DUMP_WRITTEN,
    ARCHIVE_FINISHED,
    /** Inside a destination: the bytes are on the disk, under a temporary name. */
    PLACE_WRITTEN,
    /** Inside a destination: they were read back and are right. */
    PLACE_CHECKED,
    /** Inside a destination that cannot replace atomically: the old archive has its {@code .velho} name. */
    PLACE_OLD_ASIDE,
    /** Inside a destination: the new archive bears its final name. */
    PLACE_COMMITTED,
    SLOT_PLACED,
    NEWEST_LINKED,
    BACKUP_RECORDED,
    DELIVERY_STARTED,
    DELIVERY_PUT,
    DELIVERY_RECORDED,
    SLOT_GIVEN_UP,
    RUN_ENDED,
    RESTORE_STARTED,
    RESTORE_SAFETY_TAKEN,
    RESTORE_BYTES_WRITTEN,
    RESTORE_CHECKED,
    /** Inside an engine: the old database has its kept name, the new one does not yet bear the live name. */
    RESTORE_OLD_ASIDE,
    RESTORE_SWAPPED,
    RESTORE_ENDED,
    DRILL_STARTED,
    DRILL_RESTORED,
    DRILL_CHECKED,
    DRILL_DROPPED,
    DRILL_RECORDED
}
