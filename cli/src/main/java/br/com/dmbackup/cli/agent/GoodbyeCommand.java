package br.com.dmbackup.cli.agent;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.api.FarewellReason;
import picocli.CommandLine.Command;

/** {@code agent goodbye}: the machine is about to sleep. Called by the system. */
@Command(name = "goodbye", hidden = true)
public final class GoodbyeCommand implements Verb {
    @Override
    public ExitCode run(Session session) {
        LocalAgent.find(session.home()).ifPresent(agent -> agent.goodbye(FarewellReason.SLEEP));
        return ExitCode.OK;
    }
}
