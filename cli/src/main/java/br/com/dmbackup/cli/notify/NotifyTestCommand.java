package br.com.dmbackup.cli.notify;

import br.com.dmbackup.agent.notify.Setup;
import br.com.dmbackup.agent.notify.TestMessage;
import br.com.dmbackup.agent.notify.TestMessage.Result;
import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.cli.Failure;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code notify test}: sends a message by each channel now, and says what came of it. It asks no agent and disturbs
 * none.
 */
@Command(name = "test")
public final class NotifyTestCommand implements Verb {
    @Parameters(index = "0", arity = "0..1", paramLabel = "${bundle:label.name}", descriptionKey = "notify.test.channel")
    @Nullable
    String channel;

    @Override
    public ExitCode run(Session session) {
        Setup setup = Setup.of(new Composition(session).settings());
        if (setup.channels().isEmpty()) {
            throw BackupFault.of(FaultCode.NOTIFY_NO_CHANNEL, new Home(session.home()).settingsFile());
        }
        TestMessage test = new TestMessage(setup, session.surroundings().clock());
        List<Result> results = test.send(Optional.ofNullable(channel), result -> tell(session, result));
        session.output().result(Map.of("channels", results.stream().map(result -> plain(session, result)).toList()));
        Optional<BackupFault> fault = results.stream().flatMap(result -> result.fault().stream()).findFirst();
        fault.ifPresent(first -> session.output().shortfall(Failure.of(first, session.words())));
        return fault.map(first -> first.code().exitCode()).orElse(ExitCode.OK);
    }

    private static void tell(Session session, Result result) {
        session.output().line(session.texts().text(result.sent() ? "notify.sent" : "notify.not_sent", result.channel(),
                result.host()));
        result.fault().ifPresent(fault -> {
            session.output().line("  " + session.texts().text("output.failure", fault.text(session.words()),
                    "DM-" + fault.code().number()));
            session.output().line("  " + session.texts().text("output.hint", fault.hint(session.words())));
            fault.foreignCode()
                    .ifPresent(code -> session.output().line("  " + session.texts().text("output.foreign", code)));
        });
    }

    private static Map<String, Object> plain(Session session, Result result) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("channel", result.channel());
        plain.put("host", result.host());
        plain.put("sent", result.sent());
        result.fault().ifPresent(fault -> {
            plain.put("code", "DM-" + fault.code().number());
            plain.put("name", fault.code().name());
            plain.put("message", fault.text(session.words()));
            plain.put("hint", fault.hint(session.words()));
        });
        return plain;
    }
}
