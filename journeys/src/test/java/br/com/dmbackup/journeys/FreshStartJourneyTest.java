package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.cli.service.LonelyAgent;
import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.desktop.remedy.OwnProgram;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the windows do when there is no agent: they start one with their own program, settings or not. */
@Timeout(120)
class FreshStartJourneyTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    @Test
    void theWindowsStartAnAgentOnAMachineWithoutSettings() throws Exception {
        PackedProgram packed = PackedProgram.in(folder.resolve("programa"));
        Path home = folder.resolve("MBHSist");
        try {
            new OwnProgram(JAVA, packed.folder().resolve("lib/dmbackup-cli-9.jar").toString(), home).start();
            LocalAgent agent = LocalAgent.at(home);
            assertThat(agent.form().written()).isFalse();
            assertThat(agent.status().troubles()).extracting(Trouble::name)
                    .contains(FaultCode.SETTINGS_MISSING.name());
            assertThat(Files.getPosixFilePermissions(home)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
        } finally {
            new LonelyAgent(new Home(home)).end();
        }
    }

    @Test
    void saysWhyNoAgentCouldBeStarted() {
        OwnProgram broken = new OwnProgram(JAVA, folder.resolve("nada.jar").toString(), folder.resolve("casa"));
        assertThatThrownBy(broken::start).isInstanceOfSatisfying(AgentFault.class,
                fault -> assertThat(fault.code()).isEqualTo(FaultCode.AGENT_UNREACHABLE));
    }
}
