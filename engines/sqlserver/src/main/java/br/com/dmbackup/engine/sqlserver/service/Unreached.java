package br.com.dmbackup.engine.sqlserver.service;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.util.Optional;

/** Finds out why a server did not answer, after it did not: the manual's <em>Verificando serviço do SQL...</em>. */
public final class Unreached {
    private final LocalService service;

    /** Asks this machine. */
    public Unreached() {
        this(LocalService.here());
    }

    Unreached(LocalService service) {
        this.service = service;
    }

    /** The same failure, or a better account of it where no connection could be made. */
    public BackupFault told(BackupFault failed, SqlServerAddress server) {
        if (failed.code() != FaultCode.SERVER_UNREACHABLE) {
            return failed;
        }
        Optional<TcpProbe.Silence> silence = server.asksBrowser()
                ? Optional.empty()
                : TcpProbe.ask(server.host(), server.port().orElse(SqlServerAddress.USUAL_PORT));
        boolean answers = silence.isEmpty() && !server.asksBrowser();
        if (answers) {
            return failed;
        }
        return stopped(server)
                .or(() -> silence.map(why -> BackupFault
                        .of(FaultCode.SERVER_UNREACHABLE, server.name(), Phrase.of(why.cause()))
                        .withRemedy(Phrase.of(why.remedy(), server.name()))))
                .map(fault -> failed.foreignCode().map(fault::withForeignCode).orElse(fault).causedBy(failed))
                .orElse(failed);
    }

    /** Only where the server is this machine's; whoever runs it elsewhere does not answer to us. */
    private Optional<BackupFault> stopped(SqlServerAddress server) {
        if (!TcpProbe.isHere(server.host())) {
            return Optional.empty();
        }
        String name = service.name(server);
        ServiceState state = service.state(name);
        return switch (state) {
            case RUNNING, UNKNOWN -> Optional.empty();
            // Nothing of that name may also mean that it was installed by another way.
            case MISSING -> server.instance().isPresent() ? Optional.of(fault(name, state)) : Optional.empty();
            case STARTING, STOPPING, STOPPED, PAUSED -> Optional.of(fault(name, state));
        };
    }

    private static BackupFault fault(String name, ServiceState state) {
        return BackupFault.of(FaultCode.SERVICE_STOPPED, name, Phrase.of(state.key()));
    }
}
