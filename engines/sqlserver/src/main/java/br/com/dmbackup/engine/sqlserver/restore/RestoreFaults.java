package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.access.SqlServerAccess;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the server's errors mean in a restore; those that mean the same everywhere are told by the engine's own table. */
final class RestoreFaults {
    /** Somebody has the database, or comes back faster than he is put out. */
    static final Set<Integer> IN_USE = Set.of(924, 1205, 1222, 3101, 3702, 3703, 5030, 5061, 5064, 5070);
    /** Not allowed, or not there; of what we have just seen there it means the former. */
    static final Set<Integer> NOT_ALLOWED = Set.of(229, 262, 300, 916, 3110, 3701, 5011, 7983, 15151, 15247);
    /** What the role that makes databases would allow; the others need the role that may do everything. */
    private static final Set<Integer> MAKERS_RIGHT = Set.of(262, 3110, 3701, 5011);

    private static final int CREATE_DENIED = 262;
    private static final int EDITION = 1827;
    private static final int TOO_NEW = 3169;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final int MEGABYTE = 20;

    private final SqlServerAccess access;

    RestoreFaults(SqlServerAccess access) {
        this.access = access;
    }

    /** @param target the database that was to come, to go, or to change its name */
    BackupFault of(SQLException failure, String target) {
        BackupFault everywhere = access.faults().of(failure, target, FaultCode.RESTORE_FAILED);
        return lost(failure)
                ? everywhere
                : inARestore(failure, target, everywhere)
                        .map(fault -> everywhere.foreignCode().map(fault::withForeignCode).orElse(fault)
                                .causedBy(failure))
                        .orElse(everywhere);
    }

    private Optional<BackupFault> inARestore(SQLException failure, String target, BackupFault everywhere) {
        int number = failure.getErrorCode();
        if (IN_USE.contains(number)) {
            return Optional.of(BackupFault.of(FaultCode.DATABASE_IN_USE, target));
        }
        if (NOT_ALLOWED.contains(number)) {
            return Optional.of(notAllowed(number, everywhere));
        }
        if (everywhere.code() == FaultCode.DUMP_DAMAGED || everywhere.code() == FaultCode.DUMP_INCOMPLETE) {
            return Optional.of(BackupFault.of(FaultCode.RESTORED_DATABASE_DAMAGED, target, everywhere.arguments()[1]));
        }
        String words = String.valueOf(failure.getMessage());
        return switch (number) {
            case EDITION -> NUMBER.matcher(words).results().map(found -> Long.parseLong(found.group()))
                    .reduce((first, last) -> last)
                    .map(limit -> BackupFault.of(FaultCode.EDITION_LIMIT, target, limit << MEGABYTE));
            case TOO_NEW -> tooNew(words);
            default -> Optional.empty();
        };
    }

    /**
     * Needs what a login for backups alone does not have, and should not be given: who has it logs in for this once. To
     * make databases, though, is what such a login needs for drills.
     */
    private BackupFault notAllowed(int number, BackupFault everywhere) {
        String login = access.server().login().name();
        String role = MAKERS_RIGHT.contains(number) ? "[dbcreator]" : "[sysadmin]";
        String allow = "ALTER SERVER ROLE " + role + " ADD MEMBER " + Sql.quoted(login) + ";";
        return BackupFault.of(FaultCode.PERMISSION_MISSING, login, everywhere.arguments()[1], allow)
                .withRemedy(Phrase.of("sqlserver.remedy." + (number == CREATE_DENIED ? "grants" : "restore_grants"),
                        login, access.live()))
                .withDetails(List.of(allow));
    }

    static boolean lost(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("08");
    }

    /** The backup's version stands before the server's. */
    private static Optional<BackupFault> tooNew(String words) {
        List<String> versions = VERSION.matcher(words).results().map(found -> "SQL Server " + found.group()).toList();
        return versions.size() < 2
                ? Optional.empty()
                : Optional.of(BackupFault.of(FaultCode.DUMP_TOO_NEW, versions.get(0), versions.get(1)));
    }
}
