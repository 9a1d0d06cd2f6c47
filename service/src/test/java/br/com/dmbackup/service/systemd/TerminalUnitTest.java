package br.com.dmbackup.service.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.launcher.Role;
import br.com.dmbackup.service.Account;
import br.com.dmbackup.service.LauncherLine;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalUnitTest {
    private static final double MOST_EXPOSED = 2.5;

    @TempDir
    @Nullable
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with blank", "é ç ã", "100% %n %h", "$HOME ${PATH}", "it's"})
    void whateverThePathsAreTheLauncherHoldsTheTerminal(String name) {
        ServicePlan plan = plan(Path.of("/srv", name), Path.of("/opt", name), List.of(Path.of("/dados", name)));

        UnitFile unit = new UnitFile(TerminalUnit.text(plan));

        assertThat(unit.command("ExecStart")).isEqualTo(LauncherLine.of(plan, Role.TERMINAL)).endsWith("--home",
                "/srv/" + name, "--role", "TERMINAL");
        assertThat(unit.value("KillMode")).isEqualTo("mixed");
    }

    @Test
    void foldersAmongPeopleStayVisible() {
        ServicePlan plan = plan(Path.of("/srv/t"), Path.of("/opt/dmbackup"), List.of(Path.of("/home/maria/MCBkp")));
        assertThat(new UnitFile(TerminalUnit.text(plan)).value("ProtectHome")).isEqualTo("read-only");
        assertThat(new UnitFile(TerminalUnit.text(plan)).value("ReadWritePaths")).contains("\"-/home/maria/MCBkp\"");
    }

    @Test
    void systemdFindsNothingWrongAndItIsWellShutIn() throws Exception {
        String analyze = Tool.needed("systemd-analyze");
        Path folder = Objects.requireNonNull(temporary);
        Path programs = Files.createDirectories(folder.resolve("programas"));
        Path unit = folder.resolve(TerminalUnit.NAME);
        Files.writeString(unit, TerminalUnit.text(
                plan(folder.resolve("Terminal 50% é $HOME"), programs, List.of(Path.of("/dados/MCBkp do balcão")))));

        Tool.Answer verified = Tool
                .run(List.of(analyze, "verify", "--man=no", "--recursive-errors=no", unit.toString()));
        assertThat(verified.text()).isBlank();
        assertThat(verified.code()).isZero();

        Tool.Answer judged = Tool
                .run(List.of(analyze, "security", "--no-pager", "--offline=true", unit.toString()));
        Matcher exposure = Pattern.compile("Overall exposure level for " + TerminalUnit.NAME + ": ([0-9.]+)")
                .matcher(judged.text());
        assertThat(exposure.find()).as(judged.text()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThan(MOST_EXPOSED);
    }

    private static ServicePlan plan(Path home, Path programs, List<Path> places) {
        return new ServicePlan(new Home(home), new Programs(programs), new Account("daemon", "daemon"),
                Path.of(System.getProperty("java.home")), "1.0", places);
    }
}
