package br.com.dmbackup.cli.agent;

import br.com.dmbackup.agent.loop.Round;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.service.GivenUpVersion;
import br.com.dmbackup.service.rights.HomeRights;
import java.time.InstantSource;
import java.util.List;

/**
 * Looks after the home itself: whether its rights are as they were when the service was installed, at the start and once
 * an hour; whether the version that is wanted is the one that runs; and how often the program had to be started again.
 */
final class HomeLook implements Round.Look {
    private static final int HOUR = 60;
    private static final int MANY_DEATHS = 3;

    private final Home home;
    private final InstantSource clock;
    private int looks;

    HomeLook(Home home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    @Override
    public void look(Sound sound, Troubles troubles) {
        if (looks++ % HOUR == 0) {
            rights(troubles);
        }
        deaths(troubles);
        GivenUpVersion.of(home).ifPresentOrElse(notice -> troubles.attention(AgentTopic.VERSION, notice),
                () -> troubles.mended(AgentTopic.VERSION));
    }

    private void deaths(Troubles troubles) {
        int deaths = LaunchRecord.read(home.root()).deathsInTheHourBefore(clock.instant());
        BackupFault fault = BackupFault.of(FaultCode.AGENT_DIES, deaths);
        if (deaths == 0) {
            troubles.mended(AgentTopic.DEATHS);
        } else if (deaths < MANY_DEATHS) {
            troubles.attention(AgentTopic.DEATHS, fault);
        } else {
            troubles.failure(AgentTopic.DEATHS, fault);
        }
    }

    private void rights(Troubles troubles) {
        List<String> problems = HomeRights.of(home).problems().stream().map(notice -> notice.text(troubles.words()))
                .toList();
        if (problems.isEmpty()) {
            troubles.mended(AgentTopic.RIGHTS);
        } else {
            troubles.attention(AgentTopic.RIGHTS,
                    BackupFault.of(FaultCode.RIGHTS_WRONG, home.root(), problems.size()).withDetails(problems));
        }
    }
}
