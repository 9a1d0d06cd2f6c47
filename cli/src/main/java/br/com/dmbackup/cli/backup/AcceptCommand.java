package br.com.dmbackup.cli.backup;

import br.com.dmbackup.cli.OpenHome;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.run.Acceptance;
import br.com.dmbackup.protocol.ExitCode;
import picocli.CommandLine.Command;

/** {@code accept}: the newest suspicious backup takes its slot. */
@Command(name = "accept")
public final class AcceptCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        try (OpenHome home = OpenHome.toChange(session, "accept")) {
            return new RunReport(session, home.here())
                    .tell(new Acceptance(home.here(), session.output(), home.turn()).acceptNewest());
        }
    }
}
