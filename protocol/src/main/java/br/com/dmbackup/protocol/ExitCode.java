package br.com.dmbackup.protocol;

/** The exit codes of the {@code dmbackup} command, mapped here and nowhere else. */
public enum ExitCode {
    /** Everything asked for was done. */
    OK(0),
    /** A defect of the program; the message carries a support code. */
    INTERNAL(1),
    /** The command line or a setting is wrong, or what was named does not exist. */
    USER(2),
    /** The backup exists on this machine, and a delivery is still owed. */
    PARTIAL(3),
    /** It may work later: something is locked, away or silent. */
    TRANSIENT(4),
    /** No room left on a disk. */
    RESOURCES(5),
    /** Damaged or suspicious bytes were found. */
    INTEGRITY(6),
    /** Another program refused: the database, the operating system. */
    EXTERNAL(7),
    /** Another run holds the lock of this home folder. */
    ALREADY_RUNNING(8),
    /** Nothing was due, so nothing was done. */
    SKIPPED(9),
    /** DMBackup runs, and there is a warning to be shown to whoever opened it. */
    WARNING(10),
    /** Interrupted by a person (Ctrl+C) or by shutdown. */
    CANCELLED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the operating system sees. */
    public int number() {
        return number;
    }
}
