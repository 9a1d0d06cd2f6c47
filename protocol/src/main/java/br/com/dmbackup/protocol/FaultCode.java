package br.com.dmbackup.protocol;

/**
 * Every fault that DMBackup can tell of: its number (stable for ever, what support asks for), its kind, its exit code.
 * The text of a fault stands in the message files under {@link #messageKey()}, what to do about it under
 * {@link #hintKey()}; both take the arguments that each constant's comment lists.
 */
public enum FaultCode {
    // 1xx: settings, command line, this machine
    /** {0} settings file. */
    SETTINGS_MISSING(100, FaultKind.USER),
    /** {0} settings file, {1} number of problems; the problems follow one by one. */
    SETTINGS_INVALID(101, FaultKind.USER),
    /** {0} settings file, {1} why. */
    SETTINGS_UNREADABLE(102, FaultKind.USER),
    /** {0} settings file. */
    SETTINGS_WRITABLE_BY_OTHERS(103, FaultKind.USER),
    /** {0} what is wrong with the command line. */
    USAGE(104, FaultKind.USER),
    /** {0} folder, {1} why. */
    HOME_NOT_WRITABLE(105, FaultKind.USER),
    /** {0} verb that holds the lock, {1} process id, {2} since when, {3} user. */
    ALREADY_RUNNING(106, FaultKind.TRANSIENT, ExitCode.ALREADY_RUNNING),
    /** {0} what was being done. */
    CANCELLED(107, FaultKind.TRANSIENT, ExitCode.CANCELLED),
    /** {0} what a person must still confirm or type. */
    CONFIRMATION_NEEDED(108, FaultKind.USER),
    /** {0} home folder, {1} number of problems; the problems follow one by one. */
    SETUP_REFUSED(109, FaultKind.USER),

    // 2xx: the database
    /** {0} database. */
    DATABASE_MISSING(200, FaultKind.USER),
    /** {0} database, {1} for how many seconds it was tried. */
    DATABASE_LOCKED(201, FaultKind.TRANSIENT),
    /** {0} file, {1} engine. */
    NOT_A_DATABASE(202, FaultKind.USER),
    /** {0} database, {1} what the engine's check says. */
    DATABASE_DAMAGED(203, FaultKind.INTEGRITY),
    /** {0} database, {1} the engine's words. */
    DUMP_FAILED(204, FaultKind.EXTERNAL),
    /** {0} database, {1} the missing sign. */
    DUMP_INCOMPLETE(205, FaultKind.INTEGRITY),
    /** {0} target. */
    RESTORE_TARGET_EXISTS(206, FaultKind.USER),
    /** {0} target, {1} the engine's words. */
    RESTORE_FAILED(207, FaultKind.EXTERNAL),
    /** {0} target, {1} what the check says. */
    RESTORED_DATABASE_DAMAGED(208, FaultKind.INTEGRITY),
    /** {0} database. */
    DATABASE_IN_USE(209, FaultKind.TRANSIENT),
    /** {0} database, {1} the system's words. */
    DATABASE_ACCESS_DENIED(210, FaultKind.USER),
    /** {0} engine of the backup, {1} engine of this home. */
    ENGINE_MISMATCH(211, FaultKind.USER),
    /** {0} database. */
    RESTORE_NEEDS_TARGET(212, FaultKind.USER),
    /** {0} folder, {1} pattern of names. */
    NO_DUMP_FOUND(213, FaultKind.USER),
    /** {0} database, {1} what its own program found. */
    DUMP_DAMAGED(214, FaultKind.INTEGRITY),
    /** {0} program. */
    PROGRAM_MISSING(220, FaultKind.USER),
    /** {0} program, {1} its last words. */
    PROGRAM_FAILED(221, FaultKind.EXTERNAL),
    /** {0} program. */
    PROGRAM_OUTPUT_HELD(222, FaultKind.EXTERNAL),
    /** {0} server, {1} the words of the driver or the tool. */
    SERVER_UNREACHABLE(230, FaultKind.TRANSIENT),
    /** {0} user, {1} server, {2} the server's words. */
    LOGIN_REFUSED(231, FaultKind.USER),
    /** {0} server, {1} the server's words. */
    SERVER_BUSY(232, FaultKind.TRANSIENT),
    /** {0} user, {1} what may not be read or done, {2} statements that would allow it, may be empty. */
    PERMISSION_MISSING(233, FaultKind.USER),
    /** {0} server or database, {1} the server's words. */
    SERVER_DISK_FULL(234, FaultKind.RESOURCES),
    /** {0} where was looked, {1} major version of the server. */
    TOOLS_MISSING(235, FaultKind.USER),
    /** {0} version of the server, {1} tools found, {2} major version needed. */
    TOOLS_TOO_OLD(236, FaultKind.USER),

    /** {0} server, {1} first word of the statement, {2} seconds since it began. */
    SERVER_SILENT(237, FaultKind.TRANSIENT),
    /** {0} folder, {1} the server's account, {2} our account, {3} the command that grants it. */
    STAGING_DENIED(240, FaultKind.USER),
    /** {0} folder as the server sees it, {1} the server's account. */
    STAGING_MISSING(241, FaultKind.USER),
    /** {0} database, {1} file. */
    DUMP_VANISHED(242, FaultKind.TRANSIENT),
    /** {0} version of the server that made the backup, {1} version of this server. */
    DUMP_TOO_NEW(250, FaultKind.USER),
    /** {0} database, {1} bytes that this edition of the server allows. */
    EDITION_LIMIT(251, FaultKind.USER),
    /** {0} database, {1} why there is no room beside it. */
    NO_ROOM_BESIDE(252, FaultKind.RESOURCES),
    /** {0} engine. */
    IN_PLACE_UNSUPPORTED(253, FaultKind.USER),
    /** {0} database, {1} why, {2} the backup from which it can be restored. */
    OVERWRITE_BROKEN(254, FaultKind.INTEGRITY),
    /** {0} database, {1} where the old one stands, {2} statements that bring it back. */
    OLD_DATABASE_ASIDE(255, FaultKind.EXTERNAL),
    /** {0} database, {1} statement that opens it. */
    DATABASE_LEFT_CLOSED(256, FaultKind.EXTERNAL),
    /** {0} database. */
    DATABASE_HALF_RESTORED(257, FaultKind.INTEGRITY),
    /** {0} database, {1} the state it is in. */
    DATABASE_OFFLINE(260, FaultKind.EXTERNAL),
    /** {0} database, {1} what holds it. */
    DATABASE_BUSY(261, FaultKind.TRANSIENT),
    /** {0} server, {1} why. */
    SERVER_CERTIFICATE(262, FaultKind.USER),
    /** {0} database, {1} the server's rule. */
    BACKUP_NOT_ALLOWED(263, FaultKind.USER),
    /** {0} server, {1} file as the server sees it, {2} why. */
    SERVER_FILE_REFUSED(264, FaultKind.USER),
    /** {0} server, {1} file as the server sees it, {2} why. */
    SERVER_FILE_FAILED(265, FaultKind.EXTERNAL),
    /** {0} service, {1} its state. */
    SERVICE_STOPPED(266, FaultKind.TRANSIENT),

    // 3xx: archives
    /** {0} archive. */
    ARCHIVE_MISSING(300, FaultKind.USER),
    /** {0} archive, {1} bytes present. */
    ARCHIVE_TRUNCATED(301, FaultKind.INTEGRITY),
    /** {0} archive, {1} the damage in one line. */
    ARCHIVE_DAMAGED(302, FaultKind.INTEGRITY),
    /** {0} file. */
    NOT_AN_ARCHIVE(303, FaultKind.USER),
    /** {0} archive, {1} number of files inside. */
    ARCHIVE_WITHOUT_ONE_DUMP(304, FaultKind.USER),
    /** {0} archive, {1} what it uses. */
    ARCHIVE_UNSUPPORTED(305, FaultKind.USER),
    /** {0} archive, {1} declared bytes, {2} bytes found or possible. */
    ARCHIVE_BOMB(306, FaultKind.INTEGRITY),
    /** {0} archive, {1} block. */
    BLOCK_NOT_PROVEN(307, FaultKind.INTEGRITY),
    /** {0} file, {1} why. */
    FILE_UNREADABLE(308, FaultKind.USER),
    /** {0} file. */
    OUTPUT_EXISTS(309, FaultKind.USER),
    /** {0} file, {1} why. */
    OUTPUT_UNWRITABLE(310, FaultKind.RESOURCES),
    /** {0} folder, {1} bytes needed, {2} bytes free. */
    OUTPUT_FULL(311, FaultKind.RESOURCES),
    /** {0} folder that a person chose. */
    FOLDER_MISSING(312, FaultKind.USER),
    /** {0} what a person named as a folder. */
    NOT_A_FOLDER(313, FaultKind.USER),
    /** {0} archive, {1} how many of its blocks. */
    BASE_DAMAGED(316, FaultKind.INTEGRITY),

    // 4xx: destinations
    /** {0} destination, {1} its folder. */
    DESTINATION_MISSING(400, FaultKind.TRANSIENT),
    /** {0} destination, {1} its folder. */
    DESTINATION_READ_ONLY(401, FaultKind.USER),
    /** {0} destination, {1} bytes needed, {2} bytes free. */
    DESTINATION_FULL(402, FaultKind.RESOURCES),
    /** {0} destination, {1} bytes of the archive, {2} limit in bytes. */
    DESTINATION_FILE_TOO_LARGE(403, FaultKind.USER),
    /** {0} destination, {1} the system's words. */
    DESTINATION_LOST(404, FaultKind.TRANSIENT),
    /** {0} destination, {1} seconds without a byte. */
    DESTINATION_SILENT(405, FaultKind.TRANSIENT),
    /** {0} destination, {1} archive. */
    DESTINATION_LIED(406, FaultKind.INTEGRITY),
    /** {0} name. */
    ARCHIVE_NAME_INVALID(407, FaultKind.USER),
    /** {0} destination, {1} the system's words. */
    DESTINATION_FAILED(408, FaultKind.EXTERNAL),
    /** {0} folder, {1} bytes needed, {2} bytes free. */
    LOCAL_FULL(409, FaultKind.RESOURCES),

    // 5xx: catalog, slots, deliveries
    /** {0} catalog file, {1} why. */
    CATALOG_UNUSABLE(500, FaultKind.EXTERNAL),
    /** {0} slot. */
    SLOT_EMPTY(501, FaultKind.USER),
    /** {0} reason, {1} where it was placed. */
    BACKUP_SUSPICIOUS(502, FaultKind.INTEGRITY),
    /** {0} destination, {1} why. */
    DELIVERY_OWED(503, FaultKind.TRANSIENT, ExitCode.PARTIAL),
    /** {0} what was asked for. */
    BACKUP_UNKNOWN(504, FaultKind.USER),
    /** {0} folder. */
    NOTHING_TO_ADOPT(505, FaultKind.USER),
    /** No arguments. */
    NOTHING_SUSPICIOUS(506, FaultKind.USER),

    // 6xx: verification and drill
    /** {0} number of damaged archives, {1} number verified. */
    VERIFICATION_FAILED(600, FaultKind.INTEGRITY),
    /** {0} backup, {1} what differed. */
    DRILL_FAILED(601, FaultKind.INTEGRITY),
    /** {0} file, {1} the product that wrote it. */
    DUMP_NEEDS_ITS_SERVER(602, FaultKind.USER),

    // 7xx: the agent
    /** {0} home folder, {1} why: no agent answers there. */
    AGENT_UNREACHABLE(700, FaultKind.TRANSIENT),
    /** {0} what was asked: the agent does not allow it in this role. */
    AGENT_REFUSED(701, FaultKind.USER),
    /** No arguments: the agent is ending and takes no more work. */
    AGENT_STOPPING(702, FaultKind.TRANSIENT),
    /** {0} home folder: there is an agent already. */
    AGENT_ALREADY_RUNNING(703, FaultKind.TRANSIENT, ExitCode.ALREADY_RUNNING),
    /** {0} minutes after which the run was taken for hanging. */
    RUN_HANGS(704, FaultKind.EXTERNAL),
    /** {0} what was to be done: only the system's administrator may. */
    ADMINISTRATOR_NEEDED(760, FaultKind.USER),
    /** {0} the system's name. */
    SERVICE_UNSUPPORTED(761, FaultKind.USER),
    /** {0} the step, {1} the system's words. */
    SERVICE_STEP_FAILED(762, FaultKind.EXTERNAL),
    /** {0} path or name of an account. */
    SERVICE_NAME_UNUSABLE(763, FaultKind.USER),
    /** {0} folder from which the program runs. */
    PROGRAM_NOT_PACKED(764, FaultKind.USER),
    /** {0} path, {1} account that cannot reach it. */
    HIDDEN_FROM_ACCOUNT(765, FaultKind.USER),
    /** {0} home folder, {1} seconds. */
    AGENT_NOT_STARTED(766, FaultKind.EXTERNAL),
    /** {0} home folder, {1} number of problems; the problems follow one by one. */
    RIGHTS_WRONG(767, FaultKind.USER),
    /** {0} home folder, {1} seconds: an agent that was asked to end is still there. */
    AGENT_NOT_ENDED(768, FaultKind.TRANSIENT),
    /** {0} how often in the last hour the agent died or had to be killed. */
    AGENT_DIES(769, FaultKind.EXTERNAL),
    /** No arguments: the question came from a web page or under another name. */
    API_FOREIGN_CALLER(710, FaultKind.USER),
    /** No arguments: no token, or one that is not valid. */
    API_UNKNOWN_CALLER(711, FaultKind.USER),
    /** No arguments: there is nothing under that address, or not with that method. */
    API_NOTHING_THERE(712, FaultKind.USER),
    /** {0} what is wrong with what was sent. */
    API_NOT_UNDERSTOOD(713, FaultKind.USER),
    /** No arguments: too many follow the agent already. */
    API_TOO_MANY(714, FaultKind.TRANSIENT),
    /** No arguments. */
    SETTINGS_CHANGED_MEANWHILE(715, FaultKind.TRANSIENT),
    /** No arguments. */
    PASSWORD_WRONG(716, FaultKind.USER),
    /** {0} seconds. */
    PASSWORD_PAUSE(717, FaultKind.TRANSIENT),
    /** No arguments. */
    PASSWORD_NOT_SET(718, FaultKind.USER),
    /** {0} file or folder, {1} its permissions or owner. */
    AGENT_FILES_OPEN(719, FaultKind.USER),
    /** {0} folder. */
    AGENT_FILES_CLOSED(720, FaultKind.USER),
    /** No arguments. */
    JOB_UNKNOWN(721, FaultKind.USER),
    /** {0} number of characters. */
    PASSWORD_TOO_SHORT(722, FaultKind.USER),
    /** {0} keys of settings that name programs. */
    SETTINGS_NEED_ADMINISTRATOR(723, FaultKind.USER),

    // 74x, 75x: messages to people, silence
    /** {0} channel, {1} host, {2} why. */
    NOTIFY_UNREACHABLE(740, FaultKind.TRANSIENT),
    /** {0} channel, {1} host, {2} its words. */
    NOTIFY_LOGIN_REFUSED(741, FaultKind.USER),
    /** {0} channel, {1} host, {2} why. */
    NOTIFY_CERTIFICATE(742, FaultKind.USER),
    /** {0} channel, {1} host, {2} its words. */
    NOTIFY_REFUSED(743, FaultKind.EXTERNAL),
    /** {0} channel, {1} host, {2} its words: it takes messages, but not for that recipient. */
    NOTIFY_RECIPIENT_REFUSED(744, FaultKind.USER),
    /** {0} channel, {1} host: too many messages, or it has too much to do. */
    NOTIFY_BUSY(745, FaultKind.TRANSIENT),
    /** {0} settings file: no channel is configured. */
    NOTIFY_NO_CHANNEL(746, FaultKind.USER),
    /** {0} name, {1} names of the channels. */
    NOTIFY_CHANNEL_UNKNOWN(747, FaultKind.USER),
    /** {0} file, {1} why: what was told to people cannot be kept. */
    NOTIFY_NOT_REMEMBERED(748, FaultKind.RESOURCES),
    /** {0} start of the last good backup, {1} minutes of opening time since. */
    BACKUPS_SILENT(750, FaultKind.EXTERNAL),
    /** {0} minutes of opening time in which no backup was ever made. */
    NEVER_BACKED_UP(751, FaultKind.EXTERNAL),
    /** {0} from, {1} to: in opening time the agent was not there and had not said goodbye. */
    AGENT_WAS_AWAY(752, FaultKind.EXTERNAL),
    /** {0} from, {1} to: in opening time the agent was closed while the machine stayed on. */
    AGENT_WAS_CLOSED(753, FaultKind.EXTERNAL),

    // 9xx: ours
    /** {0} support code. */
    INTERNAL(900, FaultKind.INTERNAL);

    private final int number;
    private final FaultKind kind;
    private final ExitCode exitCode;

    FaultCode(int number, FaultKind kind) {
        this(number, kind, switch (kind) {
            case USER -> ExitCode.USER;
            case TRANSIENT -> ExitCode.TRANSIENT;
            case RESOURCES -> ExitCode.RESOURCES;
            case INTEGRITY -> ExitCode.INTEGRITY;
            case EXTERNAL -> ExitCode.EXTERNAL;
            case INTERNAL -> ExitCode.INTERNAL;
        });
    }

    FaultCode(int number, FaultKind kind, ExitCode exitCode) {
        this.number = number;
        this.kind = kind;
        this.exitCode = exitCode;
    }

    /** The stable number, shown as {@code DM-201}. */
    public int number() {
        return number;
    }

    public FaultKind kind() {
        return kind;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** Key of the text that says what happened. */
    public String messageKey() {
        return "fault." + name();
    }

    /** Key of the text that says what to do. */
    public String hintKey() {
        return "hint." + name();
    }
}
