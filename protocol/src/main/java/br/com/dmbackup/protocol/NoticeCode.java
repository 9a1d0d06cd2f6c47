package br.com.dmbackup.protocol;

/**
 * Things worth telling that are no fault: the work goes on. The text stands in the message files under
 * {@link #messageKey()} and takes the arguments that each constant's comment lists.
 */
public enum NoticeCode {
    /** {0} place, {1} file: a file in our folders that DMBackup did not write. */
    FOREIGN_FILE,
    /** {0} place, {1} slot: the catalog names an archive that is gone. */
    ARCHIVE_GONE,
    /** {0} place, {1} archive name: it stands there and is damaged. */
    ARCHIVE_FOUND_DAMAGED,
    /** {0} where the damaged catalog was put aside. */
    CATALOG_REBUILT,
    /** Nothing: the catalog was gone though there are backups. */
    CATALOG_MISSING,
    /** {0} place, {1} how many unfinished files a stopped run left, now removed. */
    LEFTOVERS_REMOVED,
    /** {0} scratch database that a stopped drill or restore left, now dropped. */
    SCRATCH_DROPPED,
    /** {0} destination, {1} fault text: the delivery is owed. */
    DELIVERY_OWED,
    /** {0} destination, {1} how many. */
    OWED_DELIVERIES_MADE,
    /** {0} destination: it cannot replace a file atomically, so .novo/.velho is used. */
    NOT_ATOMIC,
    /** {0} slot given up, {1} destination that holds the newest backup. */
    SLOT_GIVEN_UP,
    /** {0} destination on which the archive was written, as this disk had no room. */
    WRITTEN_ELSEWHERE,
    /** {0} where the previous database was kept. */
    OLD_DATABASE_KEPT,
    /** {0} where the safety backup stands. */
    SAFETY_BACKUP_MADE,
    /** {0} how many adopted archives. */
    ADOPTED,
    /** {0} days until the disk is full, {1} place. */
    DISK_FULL_SOON,
    /** No destination is configured: copies exist on this machine alone. */
    LOCAL_ONLY,
    /** {0} days since a person last took a copy along; copies exist on this machine alone. */
    LOCAL_ONLY_SINCE,
    /** {0} minutes: the clock went back or jumped. */
    CLOCK_JUMPED,
    /** {0} folder: a plain folder is less safe than the receiver on the terminal. */
    PLAIN_FOLDER,
    /** {0} old database, {1} why no safety backup could be taken of it. */
    NO_SAFETY_BACKUP,
    /** {0} roles, {1} login to which everything belongs now, {2} statements that make them. */
    ROLES_NOT_RESTORED,
    /** {0} database, {1} statements that the server refused. */
    PROPERTIES_NOT_RESTORED,
    /** {0} encoding and locale of the backup, {1} server. */
    LOCALE_NOT_RESTORED,
    /** {0} database, {1} its users that were given the logins of their names. */
    USERS_REMAPPED,
    /** {0} database, {1} its users that have no login, {2} statements that give them one. */
    USERS_WITHOUT_LOGIN,
    /** {0} database, {1} the state in which it was, {2} statement that brings that state back. */
    DATABASE_OPENED_TO_ALL,
    /** {0} database that was itself overwritten, as there was no room beside it. */
    DATABASE_OVERWRITTEN,
    /** {0} dump that another program leaves, {1} when it was made: an earlier backup held it already, or it is old. */
    DUMP_NOT_RENEWED,
    /** {0} what went wrong after the backup had its slot. */
    AFTER_BACKUP,
    /** {0} archive of another program. */
    ADOPTED_GIVEN_UP,
    /** {0} destination, {1} why it could not be looked at when the catalog was made anew. */
    PLACE_UNSEEN,
    /** {0} file, {1} what in it is not understood, in one line. */
    DUMP_PART_UNKNOWN,
    /** {0} file: its pages have no checksums. */
    DUMP_WITHOUT_PAGE_CHECKSUMS,
    /** {0} database: the server compressed the dump though it was asked not to, so that only the server can check it. */
    DUMP_UNCHECKED,
    /** {0} login, {1} statement that would allow the server's own check of a dump. */
    DUMP_CHECK_NOT_ALLOWED,
    /** {0} database, {1} why. */
    DUMP_CHECK_FAILED,
    /** {0} file, {1} what we do not understand. */
    DUMP_READ_OTHERWISE,
    /** {0} database, {1} what differs: the server's history does not tell of this dump as the dump itself does. */
    DUMP_HISTORY_DIFFERS,
    /** {0} login, {1} the server's words, {2} statements that would allow to read the server's history. */
    HISTORY_UNWATCHED,
    /** {0} database, {1} the server's words. */
    HISTORY_UNANSWERED,
    /** {0} database, {1} who, {2} when: another program takes full backups too, and differentials follow those. */
    OTHER_FULL_BACKUP,
    /** {0} database, {1} who, {2} when: another program backs up the log and cuts it. */
    OTHER_LOG_BACKUP,
    /** {0} database, {1} recovery model, {2} bytes of its log, {3} statement that would change it. */
    LOG_NEVER_BACKED_UP,
    /** {0} database, {1} bytes of its data, {2} bytes that its edition allows, {3} percent. */
    DATABASE_NEAR_LIMIT,
    /** {0} database, {1} bytes of its data, {2} bytes that its edition allows, {3} percent. */
    DATABASE_AT_LIMIT,
    /** {0} database, {1} how many pages, {2} when the last was found. */
    PAGES_SUSPECT,
    /** {0} file that a stopped run left in the staging folder, {1} why it cannot be deleted. */
    STAGED_FILE_STAYS,
    /** {0} tables with their rows before and after. */
    ROWS_OF_UNFINISHED_WORK,
    /** {0} bytes that the daily drill needs, {1} bytes that are free. */
    DRILL_WITHOUT_ROOM,
    /** {0} when the last drill did not pass. */
    DRILL_NOT_PASSED,
    /** {0} path, {1} its mode, {2} the widest that it should have. */
    RIGHTS_TOO_OPEN,
    /** {0} path, {1} its owner, {2} who should own it. */
    RIGHTS_OF_ANOTHER,
    /** {0} path whose rights could not be looked at. */
    RIGHTS_UNSEEN,
    /** {0} version that did not come up, {1} version that runs instead. */
    VERSION_GIVEN_UP,
    /** {0} why the earlier archive could not be used, or not all of it. */
    BASE_UNUSABLE,
    /** {0} place, {1} suspicious archive that was removed there for room. */
    SUSPECT_GIVEN_UP,
    /** {0} destination, {1} archive: it found the backup suspicious itself, and only a person there can accept it. */
    SUSPECTED_THERE;

    public String messageKey() {
        return "notice." + name();
    }
}
