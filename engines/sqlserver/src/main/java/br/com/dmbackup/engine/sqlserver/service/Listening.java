package br.com.dmbackup.engine.sqlserver.service;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.util.List;
import java.util.Optional;

/** Where a server listens, asked before anybody logs in. */
public final class Listening {
    private final SqlServerAddress server;

    public Listening(SqlServerAddress server) {
        this.server = server;
    }

    /**
     * The port at which something answers.
     *
     * @throws BackupFault {@code SERVER_UNREACHABLE}, {@code SERVICE_STOPPED}
     */
    public int port() {
        int port = server.asksBrowser()
                ? server.instance().map(this::told).orElse(SqlServerAddress.USUAL_PORT)
                : server.port().orElse(SqlServerAddress.USUAL_PORT);
        Optional<TcpProbe.Silence> silence = TcpProbe.ask(server.host(), port);
        if (silence.isPresent()) {
            throw unreachable(Phrase.of(silence.get().cause()), silence.get().remedy());
        }
        return port;
    }

    private int told(String instance) {
        return BrowserQuestion.port(server.host(), instance).orElseThrow(() -> {
            List<String> others = BrowserQuestion.instances(server.host());
            return unreachable(others.isEmpty()
                    ? Phrase.of("sqlserver.browser")
                    : Phrase.of("sqlserver.browser.others", String.join(", ", others)), "sqlserver.remedy.browser");
        });
    }

    private BackupFault unreachable(Phrase why, String remedy) {
        BackupFault fault = BackupFault.of(FaultCode.SERVER_UNREACHABLE, server.name(), why)
                .withRemedy(Phrase.of(remedy, server.name()));
        return new Unreached().told(fault, server);
    }
}
