package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.protocol.ByteSize;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.terminal.life.DoorBell;
import br.com.dmbackup.terminal.life.TerminalHome;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code terminal status}: how the terminal and its servers stand. Ends with 10 when something is wrong. */
@Command(name = "status")
public final class TerminalStatusCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        TerminalHome home = new TerminalHome(session.home());
        home.requireSetUp();
        JsonNode status = new DoorBell(home).status();
        session.output().line(session.texts().text("terminal.running", status.path("name").asString(""),
                status.path("folder").asString(""), status.path("port").asInt(0)));
        if (status.path("servers").isEmpty()) {
            session.output().line(session.texts().text("terminal.nobody"));
        }
        status.path("servers").forEach(server -> tell(session, server));
        status.path("troubles").forEach(trouble -> {
            session.output().line(session.texts().text("output.failure", trouble.path("message").asString(""),
                    trouble.path("code").asString("")));
            session.output().line(session.texts().text("output.hint", trouble.path("hint").asString("")));
        });
        session.output().result(PlainJson.of(status));
        return status.path("troubles").isEmpty() ? ExitCode.OK : ExitCode.WARNING;
    }

    private static void tell(Session session, JsonNode server) {
        session.output().line(session.texts().text("terminal.server", server.path("store").asString(""),
                server.path("database").asString(""), server.path("pin").asString("").substring(0, 8)));
        session.output().line(session.texts().text("terminal.server.holds", server.path("archives").asInt(0),
                server.path("sizeBytes").asLong(0)));
        String newest = server.path("newestBackupAt").asString("");
        session.output().line(newest.isEmpty()
                ? session.texts().text("terminal.server.never")
                : session.texts().text("terminal.server.newest", newest));
        if (server.path("suspicious").asInt(0) > 0) {
            session.output().line(session.texts().text("terminal.server.suspicious",
                    server.path("suspicious").asInt(0)));
        }
        long needed = server.path("neededBytes").asLong(0);
        session.output().line(session.texts().text("terminal.server.room", server.path("freeBytes").asLong(0), needed));
        if (server.path("doneBytes").asLong(0) > 0) {
            session.output().line(session.texts().text("terminal.server.comes", ByteSize.text(
                    server.path("doneBytes").asLong(0), session.texts().locale())));
        }
    }
}
