package br.com.dmbackup.engine.sqlserver.fault;

import br.com.dmbackup.protocol.FaultCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of the server's error numbers, as they stand in {@code sys.messages}, group by group. Where a number's text
 * names a device or an error of the operating system, {@link DeviceNumbers} reads it instead.
 */
final class Meanings {
    /** They say that something ended, or only accompany it; never why. 3009: a row of the history is missing. */
    private static final Set<Integer> OUTCOMES = Set.of(3009, 3013, 3014, 3041, 3119, 3204, 3211, 3262, 4035, 5069,
            5701, 5703);
    private static final String GRANTS = "grants";
    private static final Map<Integer, Meaning> TABLE = new HashMap<>();

    static {
        logins();
        databases();
        permissions();
        room();
        backups();
        files();
        restores();
    }

    private Meanings() {}

    static Optional<Meaning> of(int number) {
        return Optional.ofNullable(TABLE.get(number));
    }

    static boolean isOutcome(int number) {
        return OUTCOMES.contains(number);
    }

    /** 4060 may have 18456 behind it, and 18456 says less. */
    private static void logins() {
        on(18456, FaultCode.LOGIN_REFUSED, "login");
        on(18452, FaultCode.LOGIN_REFUSED, "domain");
        on(18470, FaultCode.LOGIN_REFUSED, "enable");
        on(18486, FaultCode.LOGIN_REFUSED, "unlock");
        on(18487, FaultCode.LOGIN_REFUSED, "new_password");
        on(18488, FaultCode.LOGIN_REFUSED, "new_password");
        on(4064, FaultCode.LOGIN_REFUSED, "default_database");
        on(4060, FaultCode.DATABASE_MISSING, "4060");
        on(916, FaultCode.PERMISSION_MISSING, GRANTS);
    }

    private static void databases() {
        on(911, FaultCode.DATABASE_MISSING, "911");
        on(942, FaultCode.DATABASE_OFFLINE, "online");
        on(927, FaultCode.DATABASE_HALF_RESTORED);
        on(3033, FaultCode.DATABASE_OFFLINE, "emergency");
        on(926, FaultCode.DATABASE_DAMAGED, "suspect");
        on(922, FaultCode.DATABASE_BUSY);
        on(924, FaultCode.DATABASE_BUSY, "single_user");
        on(1205, FaultCode.DATABASE_BUSY);
        on(1222, FaultCode.DATABASE_BUSY);
        on(823, FaultCode.DATABASE_DAMAGED);
        on(824, FaultCode.DATABASE_DAMAGED);
        on(825, FaultCode.DATABASE_DAMAGED);
        on(3043, FaultCode.DATABASE_DAMAGED);
        on(596, FaultCode.SERVER_UNREACHABLE, "again");
        on(6005, FaultCode.SERVER_UNREACHABLE, "again");
    }

    /** The permission that is named stands in capitals in all languages. */
    private static void permissions() {
        for (int number : new int[]{262, 229, 300, 7983, 15247, 15151, 5011, 3704}) {
            TABLE.put(number, Meaning.of(number, FaultCode.PERMISSION_MISSING).saying("permission").remedy(GRANTS));
        }
        on(3110, FaultCode.PERMISSION_MISSING, "restore_grants");
        on(3265, FaultCode.PERMISSION_MISSING, "sysadmin");
    }

    private static void room() {
        on(3257, FaultCode.SERVER_DISK_FULL);
        on(1105, FaultCode.SERVER_DISK_FULL, "1105");
        on(9002, FaultCode.SERVER_DISK_FULL, "9002");
        on(1827, FaultCode.RESTORE_FAILED, "1827");
    }

    private static void backups() {
        on(3023, FaultCode.DATABASE_BUSY, "3023");
        on(3024, FaultCode.BACKUP_NOT_ALLOWED, "system_database");
        on(3147, FaultCode.BACKUP_NOT_ALLOWED, "system_database");
        on(4212, FaultCode.BACKUP_NOT_ALLOWED, "system_database");
        on(3035, FaultCode.BACKUP_NOT_ALLOWED, "full_first");
        on(4214, FaultCode.BACKUP_NOT_ALLOWED, "full_first");
        on(4208, FaultCode.BACKUP_NOT_ALLOWED, "4208");
        on(1844, FaultCode.BACKUP_NOT_ALLOWED, "edition");
        on(3218, FaultCode.BACKUP_NOT_ALLOWED, "edition");
        on(3098, FaultCode.BACKUP_NOT_ALLOWED, "3098");
        ofWork(3021, "support");
    }

    private static void files() {
        for (int number : new int[]{3183, 3189, 3241, 3242, 3254, 3256, 3266}) {
            on(number, FaultCode.DUMP_DAMAGED, "file");
        }
        ofWork(3187, "3187");
        ofWork(3132, "3132");
        on(3169, FaultCode.RESTORE_FAILED, "3169");
    }

    private static void restores() {
        for (int number : new int[]{3101, 3702, 5030, 5061, 5064}) {
            TABLE.put(number, Meaning.of(number, FaultCode.DATABASE_IN_USE).saying("3101"));
        }
        on(1801, FaultCode.RESTORE_TARGET_EXISTS);
        on(1834, FaultCode.RESTORE_FAILED, "1834");
        on(3102, FaultCode.RESTORE_FAILED, "support");
        on(3117, FaultCode.RESTORE_FAILED, "chain");
        on(4305, FaultCode.RESTORE_FAILED, "chain");
        on(4312, FaultCode.RESTORE_FAILED, "chain");
        on(4326, FaultCode.RESTORE_FAILED, "chain");
        on(3141, FaultCode.RESTORE_FAILED, "another_database");
        on(3154, FaultCode.RESTORE_FAILED, "another_database");
        on(3156, FaultCode.RESTORE_FAILED, "1834");
        on(3159, FaultCode.RESTORE_FAILED, "3159");
    }

    private static void on(int number, FaultCode code) {
        TABLE.put(number, Meaning.of(number, code));
    }

    private static void on(int number, FaultCode code, String remedy) {
        TABLE.put(number, Meaning.of(number, code).remedy(remedy));
    }

    private static void ofWork(int number, String remedy) {
        TABLE.put(number, Meaning.ofWork(number).remedy(remedy));
    }
}
