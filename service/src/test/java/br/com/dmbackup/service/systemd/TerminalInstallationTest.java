package br.com.dmbackup.service.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.launcher.Role;
import br.com.dmbackup.service.Account;
import br.com.dmbackup.service.PackedProgram;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.TerminalFiles;
import br.com.dmbackup.service.Tool;
import br.com.dmbackup.service.step.StepWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The terminal's installation, really done, for the account nobody. */
class TerminalInstallationTest {
    private static final Account NOBODY = new Account("nobody", "nogroup");

    private Path folder;

    @BeforeEach
    void make() throws Exception {
        Tool.rootNeeded();
        // Below /tmp every account may pass through.
        folder = Files.createTempDirectory("terminal-installation");
        Tool.run(List.of("chmod", "755", folder.toString()));
        Files.createDirectories(home().root());
        Files.createDirectories(folder.resolve("units"));
        Files.writeString(files().settings(), "[terminal]\n");
        Files.createDirectories(files().state().resolve("identity"));
        Files.writeString(files().state().resolve("identity/identity.pem"), "made by root");
        Files.createDirectories(archives());
        Files.writeString(archives().resolve("MCDados.zip"), "made by root");
    }

    @AfterEach
    void remove() throws Exception {
        Tool.run(List.of("rm", "-rf", String.valueOf(folder)));
    }

    @Test
    void theAccountReadsAndWritesWhatTheTerminalNeedsAndOthersDoNot() throws Exception {
        install();

        assertThat(as("nobody", "touch", archives().resolve("recebendo"))).isTrue();
        assertThat(as("nobody", "touch", files().door().resolve("till.token"))).isTrue();
        assertThat(as("nobody", "touch", Role.TERMINAL.folder(home().root()).resolve("lock"))).isTrue();
        assertThat(as("nobody", "cat", files().settings())).isTrue();
        assertThat(as("nobody", "cat", files().state().resolve("identity/identity.pem"))).isTrue();
        assertThat(as("nobody", "touch", folder.resolve("programas/current"))).isFalse();
        for (Path hidden : List.of(files().settings(), files().state().resolve("identity/identity.pem"),
                archives().resolve("MCDados.zip"))) {
            assertThat(as("daemon", "cat", hidden)).as("%s", hidden).isFalse();
        }
    }

    @Test
    void theUnitsCommandIsRunByTheAccountWithTheProgramThatWasInstalled() throws Exception {
        install();
        UnitFile unit = new UnitFile(Files.readString(folder.resolve("units").resolve(TerminalUnit.NAME)));

        List<String> line = unit.command("ExecStart");

        assertThat(as("nobody", "test", Path.of("-x"), Path.of(line.getFirst()))).isTrue();
        assertThat(as("nobody", "cat", Path.of(line.get(line.indexOf("-jar") + 1)))).isTrue();
        assertThat(line).containsSubsequence("--home", home().root().toString(), "--role", "TERMINAL");
    }

    @Test
    void uninstallingLeavesTheArchives() throws Exception {
        install();
        StepWork.all(service().uninstall());

        assertThat(folder.resolve("units")).isEmptyDirectory();
        assertThat(archives().resolve("MCDados.zip")).exists();
        assertThat(files().settings()).exists();
    }

    private void install() throws Exception {
        ServicePlan plan = new ServicePlan(home(), new Programs(folder.resolve("programas")), NOBODY,
                Path.of(System.getProperty("java.home")), "1.0", List.of(archives()));
        StepWork.all(service().install(plan, PackedProgram.in(Files.createDirectories(folder.resolve("unpacked"))),
                files(), true, Instant.parse("2026-11-23T12:00:00Z")));
    }

    private TerminalService service() {
        return new TerminalService(folder.resolve("units"), false);
    }

    private Home home() {
        return new Home(folder.resolve("O terminal 50% $HOME"));
    }

    private Path archives() {
        return folder.resolve("MCBkp do balcão");
    }

    private TerminalFiles files() {
        Path root = home().root();
        return new TerminalFiles(root.resolve("terminal.toml"), root.resolve("terminal"),
                root.resolve("terminal/door"));
    }

    private static boolean as(String user, String program, Path... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(Tool.needed("setpriv"), "--reuid=" + user,
                "--regid=" + (user.equals("nobody") ? "nogroup" : user), "--clear-groups", program));
        for (Path word : words) {
            line.add(word.toString());
        }
        return Tool.run(line).code() == 0;
    }
}
