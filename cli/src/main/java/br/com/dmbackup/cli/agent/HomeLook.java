package br.com.dmbackup.cli.agent;

import br.com.dmbackup.agent.loop.Round;
import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.service.GivenUpVersion;
import br.com.dmbackup.service.rights.HomeRights;
import java.util.List;

/**
 * Looks after the home itself: whether its rights are as they were when the service was installed, at the start and once
 * an hour; and whether the version that is wanted is the one that runs.
 */
final class HomeLook implements Round.Look {
    private static final int HOUR = 60;

    private final Home home;
    private int looks;

    HomeLook(Home home) {
        this.home = home;
    }

    @Override
    public void look(Sound sound, Troubles troubles) {
        if (looks++ % HOUR == 0) {
            rights(troubles);
        }
        GivenUpVersion.of(home).ifPresentOrElse(notice -> troubles.attention(AgentTopic.VERSION, notice),
                () -> troubles.mended(AgentTopic.VERSION));
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
