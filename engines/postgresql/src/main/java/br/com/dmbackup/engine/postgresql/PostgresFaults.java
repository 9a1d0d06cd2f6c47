package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Translates SQLSTATEs (PostgreSQL's appendix A) at the engine's edge, keeping them as the foreign code. */
final class PostgresFaults {
    static final int LOCK_SECONDS = 4;

    private final PostgresServer server;

    PostgresFaults(PostgresServer server) {
        this.server = server;
    }

    /**
     * @param database what was being worked on
     * @param otherwise what it is when the code says nothing better; takes a database and words
     */
    BackupFault of(SQLException failure, String database, FaultCode otherwise) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        String words = words(failure);
        BackupFault fault = switch (state) {
            case "28P01", "28000" -> BackupFault.of(FaultCode.LOGIN_REFUSED, server.user(), server.name(), words);
            case "3D000" -> BackupFault.of(FaultCode.DATABASE_MISSING, database);
            case "42501" -> BackupFault.of(FaultCode.PERMISSION_MISSING, server.user(), words, "");
            case "53300" -> BackupFault.of(FaultCode.SERVER_BUSY, server.name(), words);
            case "53100" -> BackupFault.of(FaultCode.SERVER_DISK_FULL, server.name(), words);
            case "55P03" -> BackupFault.of(FaultCode.DATABASE_LOCKED, database, LOCK_SECONDS);
            case "55006" -> BackupFault.of(FaultCode.DATABASE_IN_USE, database);
            case "55000" -> BackupFault.of(FaultCode.DATABASE_ACCESS_DENIED, database, words);
            case "57P01", "57P02", "57P03", "57P05" -> unreachable(failure, words);
            case "XX001", "XX002" -> BackupFault.of(FaultCode.DATABASE_DAMAGED, database, words);
            default -> state.startsWith("08")
                    ? unreachable(failure, words)
                    : BackupFault.of(otherwise, database, words);
        };
        return fault.withForeignCode(state.isEmpty() ? "SQL" : state).causedBy(failure);
    }

    private BackupFault unreachable(SQLException failure, String words) {
        return BackupFault.of(FaultCode.SERVER_UNREACHABLE, server.name(), why(failure.getCause(), words));
    }

    /** What the network said, in the person's language; the server's own words where it said something itself. */
    private static Object why(@Nullable Throwable cause, String words) {
        return switch (cause) {
            case ConnectException refused -> Phrase.of("server.refused");
            case UnknownHostException unknown -> Phrase.of("server.unknown");
            case SocketTimeoutException silent -> Phrase.of("server.silent");
            case null, default -> words;
        };
    }

    /** The first line alone: details may hold rows. */
    private static String words(SQLException failure) {
        ServerErrorMessage said = failure instanceof PSQLException own ? own.getServerErrorMessage() : null;
        String words = said == null ? failure.getMessage() : said.getMessage();
        return Optional.ofNullable(words).flatMap(text -> text.lines().findFirst()).orElse("?");
    }
}
