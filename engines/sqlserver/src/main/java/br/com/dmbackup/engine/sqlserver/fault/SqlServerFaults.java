package br.com.dmbackup.engine.sqlserver.fault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.ServerMessage;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Translates the server's error numbers at the engine's edge, keeping them, and the operating system's codes in their
 * texts, as the foreign code. Of a chain the first error counts that is a cause: that a statement is terminating
 * abnormally (3013) never is one.
 */
public final class SqlServerFaults {
    private static final int CANCELLED = 3204;
    private static final int NO_HISTORY = 3009;
    private static final int NO_ROOM_TO_RESTORE = 3257;
    private static final int FATAL = 20;
    /** Errors of the data, whose texts may quote it. */
    private static final Set<Integer> QUOTING = Set.of(220, 241, 242, 245, 248, 295, 515, 547, 2601, 2627, 2628, 8114,
            8115, 8152);
    /** {@code BACKUP DATABASE}, {@code VIEW SERVER STATE}: the same in every language of the server. */
    private static final Pattern PERMISSION = Pattern
            .compile("\\b[A-Z]{3,}(?: [A-Z]{2,})+\\b|\\b(?:SELECT|EXECUTE)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final SqlServerAddress server;

    public SqlServerFaults(SqlServerAddress server) {
        this.server = server;
    }

    /**
     * What a failure means.
     *
     * @param subject the database (or, of a restore, its target) that was being worked on
     * @param otherwise what it is when the number says nothing better; takes a subject and words
     */
    public BackupFault of(SQLException failure, String subject, FaultCode otherwise) {
        List<SQLException> chain = Stream.iterate(failure, each -> each != null, SQLException::getNextException)
                .toList();
        SQLException cause = chain.stream().filter(each -> !Meanings.isOutcome(each.getErrorCode())).findFirst()
                .orElse(failure);
        if (cause.getErrorCode() == 0) {
            return new DriverTroubles(server).of(cause)
                    .map(fault -> fault.withForeignCode(String.valueOf(cause.getSQLState())))
                    .orElseGet(() -> BackupFault.of(otherwise, subject, firstLine(cause)).withForeignCode("JDBC"))
                    .causedBy(failure);
        }
        return numbered(cause, chain, subject, otherwise).causedBy(failure);
    }

    /** The operating system's code that an error of a device holds. */
    public static OptionalInt systemCode(SQLException failure) {
        return DeviceNumbers.osCode(text(failure));
    }

    private BackupFault numbered(SQLException cause, List<SQLException> chain, String subject, FaultCode otherwise) {
        int number = cause.getErrorCode();
        String foreign = "SQL Server " + number;
        if (Meanings.isOutcome(number)) {
            return outcome(chain, subject, otherwise).withForeignCode(foreign);
        }
        if (DeviceNumbers.has(number)) {
            OptionalInt os = DeviceNumbers.osCode(text(cause));
            return device(number, os, DeviceNumbers.file(text(cause)).orElse(subject), subject)
                    .withForeignCode(os.isPresent() ? foreign + ", OS " + os.getAsInt() : foreign);
        }
        return Meanings.of(number).map(meaning -> known(meaning, cause, subject, otherwise))
                .orElseGet(() -> BackupFault.of(otherwise, subject, unknown(cause))).withForeignCode(foreign);
    }

    /** Nothing in the chain says why. */
    private static BackupFault outcome(List<SQLException> chain, String subject, FaultCode otherwise) {
        if (says(chain, CANCELLED)) {
            return BackupFault.of(FaultCode.CANCELLED, subject);
        }
        boolean good = says(chain, NO_HISTORY);
        return BackupFault.of(otherwise, subject, Phrase.of(good ? "sqlserver.3009" : "sqlserver.3013", subject))
                .withRemedy(Phrase.of(good ? "sqlserver.remedy.3009" : "sqlserver.remedy.errorlog"));
    }

    private static boolean says(List<SQLException> chain, int number) {
        return chain.stream().anyMatch(each -> each.getErrorCode() == number);
    }

    private BackupFault device(int number, OptionalInt os, String file, String subject) {
        Phrase why = Phrase.of(DeviceNumbers.cause(number, os), os.orElse(0));
        FaultCode code = DeviceNumbers.code(number, os);
        return switch (code) {
            case SERVER_DISK_FULL -> BackupFault.of(code, server.name(), why);
            case DUMP_INCOMPLETE -> BackupFault.of(code, subject, why).withRemedy(Phrase.of("sqlserver.remedy.file"));
            default -> BackupFault.of(code, server.name(), file, why);
        };
    }

    private BackupFault known(Meaning meaning, SQLException cause, String subject, FaultCode otherwise) {
        FaultCode code = meaning.code(otherwise);
        String login = server.login().name();
        BackupFault fault = switch (code) {
            case LOGIN_REFUSED -> BackupFault.of(code, login, server.name(), meaning.words(subject));
            case PERMISSION_MISSING -> BackupFault.of(code, login, permission(meaning, cause, subject),
                    "");
            case SERVER_DISK_FULL, SERVER_UNREACHABLE -> BackupFault.of(code, server.name(),
                    cause.getErrorCode() == NO_ROOM_TO_RESTORE ? room(cause) : meaning.words(subject));
            case DATABASE_MISSING, DATABASE_IN_USE, RESTORE_TARGET_EXISTS -> BackupFault.of(code, subject);
            default -> BackupFault.of(code, subject, meaning.words(subject));
        };
        return meaning.remedy(login, subject).map(fault::withRemedy).orElse(fault);
    }

    private static Phrase permission(Meaning meaning, SQLException cause, String subject) {
        return meaning.cause().equals("sqlserver.permission")
                ? PERMISSION.matcher(text(cause)).results().map(MatchResult::group).findFirst()
                        .map(named -> Phrase.of("sqlserver.permission", named, subject))
                        .orElse(Phrase.of("sqlserver.permission.unnamed", subject))
                : meaning.words(subject);
    }

    /** Of two numbers the larger one is needed; languages may turn them round. */
    private static Phrase room(SQLException cause) {
        String bare = text(cause).replaceAll("['\"][^'\"]*['\"]", " ");
        List<Long> bytes = NUMBER.matcher(bare).results().map(MatchResult::group).filter(digits -> digits.length() < 19)
                .map(Long::valueOf).sorted().toList();
        return bytes.size() < 2
                ? Phrase.of("sqlserver.os.112", 112)
                : Phrase.of("sqlserver.3257", bytes.getLast(), bytes.getFirst());
    }

    private static Object unknown(SQLException cause) {
        if (QUOTING.contains(cause.getErrorCode())) {
            return Phrase.of("sqlserver.data", cause.getErrorCode());
        }
        boolean fatal = ServerMessage.of(cause).filter(said -> said.severity() >= FATAL).isPresent();
        return fatal ? Phrase.of("sqlserver.fatal", cause.getErrorCode()) : firstLine(cause);
    }

    private static String firstLine(SQLException cause) {
        return text(cause).lines().findFirst().orElse("?");
    }

    /** The server's words without what the driver adds. */
    private static String text(SQLException cause) {
        return ServerMessage.of(cause).map(ServerMessage::text)
                .orElseGet(() -> Optional.ofNullable(cause.getMessage()).orElse("?"));
    }
}
