package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.terminal.life.DoorBell;
import br.com.dmbackup.terminal.life.TerminalHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code terminal accept [SERVER]}: the newest suspicious backup of a server takes its slot here. */
@Command(name = "accept")
public final class TerminalAcceptCommand implements Verb {
    @Parameters(arity = "0..1", paramLabel = "${bundle:label.server}", descriptionKey = "terminal.which_server")
    @Nullable
    String server;

    @Override
    public ExitCode run(Session session) {
        TerminalHome home = new TerminalHome(session.home());
        home.requireSetUp();
        var accepted = new DoorBell(home).accept(server == null ? "" : server);
        accepted.path("accepted").forEach(
                name -> session.output().line(session.texts().text("terminal.accepted", name.asString(""))));
        session.output().result(PlainJson.of(accepted));
        return ExitCode.OK;
    }
}
