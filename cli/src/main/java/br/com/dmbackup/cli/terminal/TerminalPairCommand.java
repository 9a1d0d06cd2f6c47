package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.life.DoorBell;
import br.com.dmbackup.terminal.life.TerminalHome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code terminal pair}: shows a code for one server, and waits until it was typed there. */
@Command(name = "pair")
public final class TerminalPairCommand implements Verb {
    private static final int LOOK_MILLIS = 500;

    @Option(names = "--no-wait")
    boolean noWait;

    @Option(names = "--replacement")
    boolean replacement;

    @Override
    public ExitCode run(Session session) {
        TerminalHome home = new TerminalHome(session.home());
        home.requireSetUp();
        DoorBell bell = new DoorBell(home);
        JsonNode invited = bell.invite(replacement);
        String code = invited.path("code").asString("");
        session.output().line(
                session.texts().text("terminal.code", code, Math.ceilDiv(invited.path("seconds").asLong(0), 60L)));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("code", code);
        if (!noWait) {
            session.output().line(session.texts().text("terminal.waiting"));
            JsonNode paired = paired(bell);
            String folder = paired.path("folder").asString("");
            session.output().line(session.texts().text("terminal.paired", paired.path("store").asString(""),
                    folder.isEmpty() ? "MCBkp" : "MCBkp/" + folder));
            result.put("store", paired.path("store").asString(""));
            result.put("folder", folder);
            RoomTold.of(paired).tell(session, result);
        }
        session.output().result(result);
        return ExitCode.OK;
    }

    private static JsonNode paired(DoorBell bell) {
        while (true) {
            JsonNode state = bell.invitation();
            switch (state.path("state").asString("")) {
                case "paired" -> {
                    return state;
                }
                case "open" -> rest();
                default -> throw BackupFault.of(FaultCode.PAIRING_CODE_EXPIRED);
            }
        }
    }

    private static void rest() {
        try {
            var _ = new Semaphore(0).tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw BackupFault.of(FaultCode.CANCELLED, "terminal pair").causedBy(e);
        }
    }
}
