package br.com.dmbackup.cli.backup;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.deliver.Deliveries;
import br.com.dmbackup.core.deliver.DeliveryResult;
import br.com.dmbackup.protocol.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deliver}: tries now what is owed to the destinations. */
@Command(name = "deliver")
public final class DeliverCommand implements Verb {
    @Option(names = "--if-due")
    boolean ifDue;

    @Override
    public ExitCode run(Session session) {
        try (OpenHome home = OpenHome.toDeliver(session)) {
            List<DeliveryResult> results = deliver(new Deliveries(home.here(), session.output()));
            results.forEach(result -> tell(session, result));
            session.output().result(results.stream().map(DeliverCommand::plain).toList());
            Optional<BackupFault> fault = results.stream().flatMap(result -> result.fault().stream()).findFirst();
            if (fault.isPresent()) {
                throw fault.get();
            }
            return ExitCode.OK;
        }
    }

    private List<DeliveryResult> deliver(Deliveries deliveries) {
        return ifDue ? deliveries.makeDue() : deliveries.makeOwed();
    }

    private static void tell(Session session, DeliveryResult result) {
        String key = result.made() == 0 && result.stillOwed() == 0 ? "deliver.nothing" : "deliver.made";
        session.output().line(session.texts().text(key, result.destination(), result.made(), result.stillOwed()));
    }

    private static Map<String, Object> plain(DeliveryResult result) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("destination", result.destination());
        plain.put("made", result.made());
        plain.put("stillOwed", result.stillOwed());
        return plain;
    }
}
