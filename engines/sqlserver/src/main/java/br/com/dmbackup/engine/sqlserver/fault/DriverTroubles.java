package br.com.dmbackup.engine.sqlserver.fault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What the driver says where the server said nothing: no number, only an SQLSTATE. Its texts are in the language of
 * this machine, so what a failure is made of decides, not its words.
 */
final class DriverTroubles {
    private static final String CANCELLED = "HY008";
    private static final String CONNECTION = "08";
    private static final String BROWSER_PORT = "1434";
    private static final String TLS = "SSL";

    private final SqlServerAddress server;

    DriverTroubles(SqlServerAddress server) {
        this.server = server;
    }

    /** None where it is the failure of a statement. */
    Optional<BackupFault> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(CANCELLED)) {
            return Optional.of(BackupFault.of(FaultCode.CANCELLED, server.name()));
        }
        if (!state.startsWith(CONNECTION)) {
            return Optional.empty();
        }
        return Optional.of(encryption(failure).or(() -> integrated(failure))
                .orElseGet(() -> unreachable(String.valueOf(failure.getMessage()))));
    }

    private BackupFault unreachable(String text) {
        String cause = "server.silent";
        String remedy = "tcp";
        if (text.contains(BROWSER_PORT) && server.asksBrowser()) {
            cause = "sqlserver.browser";
            remedy = "browser";
        } else if (text.contains("refused")) {
            cause = "server.refused";
        } else if (text.contains(server.host())) {
            cause = "sqlserver.unreachable";
        } else if (!text.contains("timed out")) {
            cause = "sqlserver.cut";
            remedy = "again";
        }
        return BackupFault.of(FaultCode.SERVER_UNREACHABLE, server.name(), Phrase.of(cause))
                .withRemedy(Phrase.of("sqlserver.remedy." + remedy, server.name()));
    }

    private Optional<BackupFault> encryption(SQLException failure) {
        Optional<String> why = causes(failure).flatMap(cause -> why(cause).stream()).reduce((outer, inner) -> inner)
                // That the server has no TLS at all comes without a cause.
                .or(() -> String.valueOf(failure.getMessage()).contains(TLS)
                        ? Optional.of("sqlserver.tls.none")
                        : Optional.empty());
        return why.map(key -> BackupFault.of(FaultCode.SERVER_CERTIFICATE, server.name(), Phrase.of(key))
                .withRemedy(Phrase.of(key.startsWith("sqlserver.tls")
                        ? "sqlserver.remedy.tls"
                        : "sqlserver.remedy.certificate", server.name())));
    }

    private static Optional<String> why(Throwable cause) {
        return switch (cause) {
            case CertPathBuilderException unknown -> Optional.of("sqlserver.certificate.unknown");
            case CertificateExpiredException expired -> Optional.of("sqlserver.certificate.expired");
            // Also the validator's own, with the path builder's behind it.
            case CertificateException wrong -> Optional.of("sqlserver.certificate.name");
            case GeneralSecurityException other -> Optional.of("sqlserver.certificate.unknown");
            case SSLException handshake -> Optional.of("sqlserver.tls.handshake");
            default -> Optional.empty();
        };
    }

    private Optional<BackupFault> integrated(SQLException failure) {
        return causes(failure).anyMatch(UnsatisfiedLinkError.class::isInstance)
                ? Optional.of(BackupFault
                        .of(FaultCode.LOGIN_REFUSED, server.login().name(), server.name(),
                                Phrase.of("sqlserver.integrated"))
                        .withRemedy(Phrase.of("sqlserver.remedy.integrated")))
                : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).skip(1);
    }
}
