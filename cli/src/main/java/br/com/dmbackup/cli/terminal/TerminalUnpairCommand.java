package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.life.DoorBell;
import br.com.dmbackup.terminal.life.TerminalHome;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code terminal unpair SERVER}: that server may not connect any more. Its archives stay. */
@Command(name = "unpair")
public final class TerminalUnpairCommand implements Verb {
    @Parameters(paramLabel = "${bundle:label.server}", descriptionKey = "terminal.which_server")
    @Nullable
    String server;

    @Option(names = "--yes")
    boolean yes;

    @Override
    public ExitCode run(Session session) {
        TerminalHome home = new TerminalHome(session.home());
        home.requireSetUp();
        String name = server == null ? "" : server;
        if (!yes) {
            String typed = session.ask(session.texts().text("terminal.unpair.confirm", name))
                    .orElseThrow(() -> BackupFault.of(FaultCode.CONFIRMATION_NEEDED, "--yes"));
            if (!typed.strip().equals(name)) {
                throw BackupFault.of(FaultCode.CONFIRMATION_NEEDED, name);
            }
        }
        new DoorBell(home).unpair(name);
        session.output().line(session.texts().text("terminal.unpaired", name));
        session.output().result(Map.of("unpaired", name));
        return ExitCode.OK;
    }
}
