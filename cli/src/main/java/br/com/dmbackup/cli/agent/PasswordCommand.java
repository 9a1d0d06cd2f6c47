package br.com.dmbackup.cli.agent;

import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.api.AdminPassword;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.util.Arrays;
import picocli.CommandLine.Command;

/** {@code agent password}: sets the administrator's password, typed twice; it is written nowhere. */
@Command(name = "password")
public final class PasswordCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        char[] typed = ask(session, "agent.password.new");
        try {
            if (!Arrays.equals(typed, ask(session, "agent.password.again"))) {
                throw BackupFault.of(FaultCode.USAGE, session.texts().text("agent.password.differ"));
            }
            new AdminPassword(new AgentFiles(new Home(session.home()))).set(typed);
            session.output().line(session.texts().text("agent.password.set"));
            return ExitCode.OK;
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private static char[] ask(Session session, String question) {
        return session.askSecret(session.texts().text(question))
                .orElseThrow(() -> BackupFault.of(FaultCode.CONFIRMATION_NEEDED, session.texts().text(question)));
    }
}
