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
    /** {0} destination: it takes backups and deletes nothing for a server. */
    DESTINATION_ADD_ONLY(410, FaultKind.USER),
    /** {0} destination, {1} the hours in which copies may travel. */
    DESTINATION_NOT_NOW(411, FaultKind.TRANSIENT),

    // 43x: what the backup terminal keeps
    /** {0} folder, {1} bytes needed, {2} bytes free. */
    TERMINAL_FULL(430, FaultKind.RESOURCES),
    /** {0} store or database, {1} minutes that the terminal must still run. */
    TERMINAL_TOO_OFTEN(431, FaultKind.TRANSIENT),
    /** {0} store or database, {1} bytes that wait, {2} the limit in bytes. */
    TERMINAL_SPOOL_FULL(432, FaultKind.RESOURCES),
    /** {0} begin of the block's SHA-256. */
    TERMINAL_BLOCK_WRONG(433, FaultKind.INTEGRITY),
    /** {0} archive, {1} what contradicts what. */
    TERMINAL_PLAN_WRONG(434, FaultKind.INTEGRITY),
    /** {0} archive. */
    TERMINAL_ARCHIVE_DAMAGED(435, FaultKind.INTEGRITY),
    /** {0} name. */
    TERMINAL_NAME_REFUSED(436, FaultKind.USER),
    /** {0} begin of the pin. */
    TERMINAL_PAIRING_UNKNOWN(437, FaultKind.USER),
    /** {0} file or folder, {1} why. */
    TERMINAL_STORE_FAILED(438, FaultKind.EXTERNAL),
    /** {0} bytes of the settings, {1} the limit in bytes. */
    TERMINAL_SETTINGS_REFUSED(439, FaultKind.USER),
    /** {0} file, {1} where it stands now. */
    TERMINAL_FOREIGN_FILE(440, FaultKind.USER),

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
    /** No arguments: a file that was sent is not there, or not whole. */
    SENT_FILE_UNKNOWN(725, FaultKind.USER),
    /** No arguments: a newer suspicious backup came since the person looked. */
    SUSPECT_OVERTAKEN(726, FaultKind.USER),
    /** Nothing. */
    SCREEN_MISSING(724, FaultKind.USER),

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

    // 80x: the link between a server and its backup terminal
    /** {0} the other machine, {1} why. */
    LINK_LOST(800, FaultKind.TRANSIENT),
    /** {0} the other machine. */
    LINK_SILENT(801, FaultKind.TRANSIENT),
    /** {0} the other machine, {1} what was not understood. */
    LINK_GARBLED(802, FaultKind.EXTERNAL),
    /** {0} the other machine, {1} the name of its fault, which this program does not know. */
    LINK_PEER_FAULT(803, FaultKind.EXTERNAL),
    /** {0} the other machine, {1} why. */
    LINK_UNREACHABLE(804, FaultKind.TRANSIENT),
    /** {0} the other machine: its key is not the one that was paired. */
    LINK_PEER_UNKNOWN(805, FaultKind.EXTERNAL),
    /** {0} the other machine: it does not take this machine's key. */
    LINK_NOT_PAIRED(806, FaultKind.USER),
    /** {0} the other machine, {1} why. */
    LINK_HANDSHAKE_FAILED(807, FaultKind.EXTERNAL),
    /** {0} the other machine, {1} version of its program. */
    LINK_VERSION(808, FaultKind.USER),
    /** {0} file with this machine's key, {1} why. */
    LINK_KEY_UNUSABLE(809, FaultKind.USER),

    // 81x: pairing
    /** No arguments: what was typed cannot be a code. */
    PAIRING_CODE_FORM(810, FaultKind.USER),
    /** {0} tries that are left. */
    PAIRING_CODE_WRONG(811, FaultKind.USER),
    /** No arguments: the code was used, tried too often, or is too old; or the terminal shows none. */
    PAIRING_CODE_EXPIRED(812, FaultKind.USER),
    /** No arguments: another try with the same code is not over. */
    PAIRING_BUSY(813, FaultKind.TRANSIENT),
    /** {0} the other machine: what it proves is not what was said. */
    PAIRING_INTERFERED(814, FaultKind.INTEGRITY),

    // 84x: the backup terminal's own program, and the way to it
    /** {0} home folder: no terminal was set up there. */
    TERMINAL_NOT_SET_UP(840, FaultKind.USER),
    /** {0} home folder: its terminal does not run. */
    TERMINAL_NOT_RUNNING(841, FaultKind.TRANSIENT),
    /** {0} port, {1} the system's words. */
    TERMINAL_PORT_TAKEN(842, FaultKind.USER),
    /** {0} what was named, {1} the pairings that there are. */
    TERMINAL_SERVER_UNKNOWN(843, FaultKind.USER),
    /** {0} file, {1} the system's words. */
    TERMINAL_FILE_FAILED(844, FaultKind.RESOURCES),
    /** {0} store, {1} start of its last backup, {2} minutes of opening time since. */
    TERMINAL_HEARS_NOTHING(845, FaultKind.EXTERNAL),
    /** No arguments: so many are connected that one more has no place. */
    TERMINAL_CONNECTION_REFUSED(846, FaultKind.TRANSIENT),
    /** No arguments: nobody in the network shows a code. */
    TERMINAL_CONNECTION_NOT_FOUND(847, FaultKind.TRANSIENT),
    /** {0} store: no settings of a server were ever kept for it here. */
    TERMINAL_KEEPS_NO_SETTINGS(848, FaultKind.USER),
    /** No arguments: the recovery key does not open the kept settings. */
    RECOVERY_KEY_WRONG(849, FaultKind.USER),
    /** {0} home folder: it has settings already. */
    REPLACEMENT_HAS_SETTINGS(850, FaultKind.USER),
    /** No arguments: the code that is shown is for a new server, not for one that takes another's place. */
    REPLACEMENT_NOT_OFFERED(851, FaultKind.USER),
    /** {0} names and addresses: more than one terminal shows a code. */
    TERMINAL_CONNECTION_AMBIGUOUS(852, FaultKind.USER),
    /** No arguments: who asks at the terminal may look, but not change anything. */
    TERMINAL_ADMINISTRATOR_NEEDED(853, FaultKind.USER),

    // 86x: the software house's registry
    /** This store is not one of several that work together, or has no credential. */
    REGISTRY_NOT_SET(860, FaultKind.USER),
    /** Host, why. */
    REGISTRY_UNREACHABLE(861, FaultKind.TRANSIENT),
    /** Host. */
    REGISTRY_CERTIFICATE(862, FaultKind.USER),
    /** Host. */
    REGISTRY_REFUSED(863, FaultKind.USER),
    /** Host, CNPJ. */
    REGISTRY_STORE_UNKNOWN(864, FaultKind.USER),
    /** Host. */
    REGISTRY_BUSY(865, FaultKind.TRANSIENT),
    /** Host. */
    REGISTRY_ODD(866, FaultKind.EXTERNAL),
    /** Host. */
    HUB_CODE_UNKNOWN(867, FaultKind.USER),
    /** Host: what the hub sent does not bear the signature of the hub that this store enrolled with, or is another store's. */
    HUB_SIGNATURE(868, FaultKind.INTEGRITY),
    /** CNPJ that the code was made for, CNPJ of this store. */
    HUB_OTHER_STORE(869, FaultKind.USER),
    /** Nobody says where the hub is. */
    HUB_ADDRESS_MISSING(870, FaultKind.USER),

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
