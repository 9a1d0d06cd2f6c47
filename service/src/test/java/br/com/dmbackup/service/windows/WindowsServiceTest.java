package br.com.dmbackup.service.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.service.Account;
import br.com.dmbackup.service.ProgramFiles;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.TerminalFiles;
import br.com.dmbackup.service.step.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command lines as text; nothing of it has been run on Windows. */
class WindowsServiceTest {
    private final List<Step> steps = WindowsService.install(plan("/ProgramData/DMBackup"),
            new ProgramFiles(List.of(Path.of("/unpacked/lib")), Path.of("/unpacked/lib/dmbackup-launcher-1.0.jar")),
            LaunchRecord.BLANK, Instant.parse("2026-11-23T12:00:00Z"));

    @Test
    void procrunRunsTheLauncherAndStopsIt() {
        assertThat(line("//IS//DMBackup")).startsWith("/Program Files/DMBackup/launcher/dmbackup-service.exe",
                "//IS//DMBackup").contains("--StartMode=jvm", "--StartClass=br.com.dmbackup.launcher.Launcher",
                        "--StartMethod=main", "--StopMethod=stop", "--StopTimeout=45", "--Startup=auto",
                        "--ServiceUser=NT SERVICE\\DMBackup", "--Jvm=/Java/jdk 25/bin/server/jvm.dll",
                        "--StartParams=--programs;/Program Files/DMBackup;--home;/ProgramData/DMBackup");
    }

    @Test
    void theServiceIsStartedAgainByWindowsAndByWhoeverOpensTheErp() {
        assertThat(line("failure")).containsExactly("sc.exe", "failure", "DMBackup", "reset=", "86400", "actions=",
                "restart/5000/restart/30000/restart/60000");
        assertThat(line("failureflag")).containsExactly("sc.exe", "failureflag", "DMBackup", "1");
        // Those who sit at the computer (IU) may start it (RP) but neither stop (WP) nor change it (DC).
        String interactive = line("sdset").getLast().replaceAll(".*\\(A;;([A-Z]+);;;IU\\).*", "$1");
        assertThat(interactive.split("(?<=\\G..)")).contains("RP").doesNotContain("WP", "DC", "WD", "WO", "SD");
    }

    @Test
    void theHomeIsShutToAllButTheSystemItsAdministratorsAndTheService() {
        assertThat(line("/ProgramData/DMBackup")).containsExactly("icacls.exe", "/ProgramData/DMBackup",
                "/inheritance:r", "/grant:r", "*S-1-5-18:(OI)(CI)F", "*S-1-5-32-544:(OI)(CI)F",
                "NT SERVICE\\DMBackup:(OI)(CI)M", "/Q");
        assertThat(line("/ProgramData/DMBackup/dmbackup.toml")).contains("/inheritance:r")
                .noneMatch(word -> word.contains("S-1-5-4:"));
        assertThat(commands().stream().filter(line -> line.stream().anyMatch(word -> word.contains("*S-1-5-4:"))))
                .containsExactly(List.of("icacls.exe", "/ProgramData/DMBackup/state/agent", "/grant",
                        "*S-1-5-4:(OI)(RX)", "/Q"),
                        List.of("icacls.exe", "/ProgramData/DMBackup/state/service", "/grant", "*S-1-5-4:(R)", "/Q"));
    }

    @Test
    void filesAreReplacedOnlyOnceTheServiceHasReallyEnded() {
        assertThat(WindowsService.stop()).extracting(Step.Command::line)
                .containsExactly(List.of("net.exe", "stop", "DMBackup", "/y"));
        assertThat(WindowsService.uninstall(new Home(Path.of("/x"))).getFirst())
                .isEqualTo(WindowsService.stop().getFirst());
    }

    @Test
    void rightsAreGivenOnlyOnceTheServiceHasANameToGiveThemTo() {
        List<List<String>> commands = commands();
        assertThat(commands.indexOf(line("//IS//DMBackup")))
                .isLessThan(commands.indexOf(line("/ProgramData/DMBackup")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a;--user", "/a#b", "/d'água"})
    void aNameThatProcrunWouldCutIsRefused(String home) {
        assertThatThrownBy(() -> ProcrunLine.of(plan(home), WindowsName.SERVER, "IS")).isInstanceOf(BackupFault.class);
    }

    @Test
    void theTerminalIsAServiceOfItsOwnWhoseLauncherHoldsTheTerminal() {
        ServicePlan plan = new ServicePlan(new Home(Path.of("/ProgramData/Terminal")),
                new Programs(Path.of("/Program Files/DMBackup")), Account.USUAL, Path.of("/Java/jdk 25"), "1.0",
                List.of(Path.of("/dados/MCBkp")));
        List<List<String>> terminal = commands(WindowsService.installTerminal(plan,
                new ProgramFiles(List.of(Path.of("/unpacked/lib")), Path.of("/unpacked/lib/dmbackup-launcher-1.0.jar")),
                new TerminalFiles(Path.of("/ProgramData/Terminal/terminal.toml"),
                        Path.of("/ProgramData/Terminal/terminal"), Path.of("/ProgramData/Terminal/terminal/door")),
                Instant.parse("2026-11-23T12:00:00Z")));

        assertThat(terminal).anySatisfy(line -> assertThat(line).startsWith(
                "/Program Files/DMBackup/launcher/dmbackup-terminal-service.exe", "//IS//DMBackupTerminal").contains(
                        "--ServiceUser=NT SERVICE\\DMBackupTerminal",
                        "--StartParams=--programs;/Program Files/DMBackup;--home;/ProgramData/Terminal;--role;TERMINAL"));
        assertThat(terminal).contains(
                List.of("icacls.exe", "/dados/MCBkp", "/inheritance:r", "/grant:r", "*S-1-5-18:(OI)(CI)F",
                        "*S-1-5-32-544:(OI)(CI)F", "NT SERVICE\\DMBackupTerminal:(OI)(CI)M", "/Q"),
                List.of("icacls.exe", "/dados/MCBkp", "/grant", "*S-1-5-4:(OI)(CI)(RX)", "/Q"),
                List.of("icacls.exe", "/ProgramData/Terminal/terminal/door", "/grant", "*S-1-5-4:(OI)(RX)", "/Q"));
        assertThat(terminal.stream().flatMap(List::stream)).noneMatch(word -> word.contains("NT SERVICE\\DMBackup:"));
    }

    private List<String> line(String word) {
        return commands().stream().filter(line -> line.contains(word)).findFirst().orElseThrow();
    }

    private List<List<String>> commands() {
        return commands(steps);
    }

    private static List<List<String>> commands(List<Step> steps) {
        return steps.stream().filter(Step.Command.class::isInstance).map(step -> ((Step.Command) step).line()).toList();
    }

    private static ServicePlan plan(String home) {
        return new ServicePlan(new Home(Path.of(home)), new Programs(Path.of("/Program Files/DMBackup")), Account.USUAL,
                Path.of("/Java/jdk 25"), "1.0", List.of());
    }
}
