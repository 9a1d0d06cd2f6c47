package br.com.dmbackup.protocol;

/**
 * The texts of the status line, in the order in which a person sees them. The Portuguese ones are those of the
 * product's manual, three dots and all, where the manual shows them. A text is shown only while that work happens.
 */
public enum StatusText {
    CHECKING_SERVICE,
    LOADING_PARAMETERS,
    VALIDATING_SETTINGS,
    SETTINGS_VALIDATED,
    LOADING_CLIENT,
    CLIENT_LOADED,
    CHECKING_VERSION,
    CHECKING_LAST_BACKUP,
    WAITING,
    /** The engine writes the dump as a file. */
    DUMPING,
    /** The engine's dump is a stream, archived while it arrives. */
    DUMPING_AND_ARCHIVING,
    ARCHIVING,
    /** The finished archive is read back from the disk. */
    CHECKING_ARCHIVE,
    COPYING,
    COPIED,
    /** A manual backup is brought into the folder that a person chose. */
    COPYING_TO_FOLDER,
    /** The backup exists on the server alone, as it was configured. */
    DONE_LOCALLY,
    MANUAL_DONE,
    READING_ARCHIVE,
    RESTORING,
    CHECKING_DATABASE,
    SAFETY_BACKUP,
    REPLACING_DATABASE,
    VERIFYING,
    DRILLING;

    /** Whether each minute passes through it; else it tells of work that changes or reads backups. */
    public boolean ofTheMinute() {
        return compareTo(WAITING) <= 0;
    }

    public String messageKey() {
        return "status." + name();
    }
}
