package br.com.dmbackup.service.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.launcher.Role;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.service.Account;
import br.com.dmbackup.service.LauncherLine;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    private static final double MOST_EXPOSED = 2.5;

    @TempDir
    @Nullable
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with blank", "é ç ã", "100% %n %h", "$HOME ${PATH}", "back\\slash", "it's",
            "-dash", "a;b", "#c", "a=b", "*"})
    void whateverThePathsAreTheCommandIsTheLaunchers(String name) {
        ServicePlan plan = plan(folder().resolve(name), "/opt/" + name, List.of());
        assertThat(new UnitFile(ServiceUnit.text(plan)).command("ExecStart"))
                .isEqualTo(LauncherLine.of(plan, Role.AGENT));
        assertThat(new UnitFile(SleepUnit.text(plan)).command("ExecStart")).endsWith("agent", "goodbye", "--home",
                folder().resolve(name).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nExecStartPre=/bin/rm", "a\"b", "a\tb", "a\rb"})
    void aNameThatCouldAddALineIsRefused(String name) {
        assertThatThrownBy(() -> plan(folder().resolve(name), "/opt/x", List.of()))
                .isInstanceOfSatisfying(BackupFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.SERVICE_NAME_UNUSABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root;x", "-u", "Maria", "a b", "", "a\nUser=root"})
    void anAccountIsAPlainName(String name) {
        assertThatThrownBy(() -> new Account(name, "x")).isInstanceOf(BackupFault.class);
        assertThatThrownBy(() -> new Account("x", name)).isInstanceOf(BackupFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loja", "Loja 50% é $HOME", "it's -a"})
    void systemdFindsNothingWrong(String name) throws Exception {
        String analyze = Tool.needed("systemd-analyze");
        Path units = written(plan(folder().resolve(name), folder().resolve("programas " + name).toString(),
                List.of(Path.of("/mnt/terminal do balcão"), Path.of("/srv/50%"))));
        Tool.Answer answer = Tool.run(List.of(analyze, "verify", "--man=no", "--recursive-errors=no",
                units.resolve("dmbackup.service").toString(), units.resolve(SleepUnit.NAME).toString()));
        assertThat(answer.text()).isBlank();
        assertThat(answer.code()).isZero();
    }

    @Test
    void systemdFindsAMistakeWhenThereIsOne() throws Exception {
        String analyze = Tool.needed("systemd-analyze");
        ServicePlan plan = plan(folder().resolve("loja"), folder().resolve("p").toString(), List.of());
        Path units = written(plan);
        Path unit = units.resolve("dmbackup.service");
        Files.writeString(unit, Files.readString(unit).replace("PrivateTmp=yes", "PrivateTnp=yes"));
        Tool.Answer answer = Tool
                .run(List.of(analyze, "verify", "--man=no", "--recursive-errors=no", unit.toString()));
        assertThat(answer.text()).contains("PrivateTnp");
    }

    @Test
    void theServiceIsWellShutIn() throws Exception {
        String analyze = Tool.needed("systemd-analyze");
        Path units = written(plan(folder().resolve("loja"), "/opt/dmbackup", List.of()));
        Tool.Answer answer = Tool.run(List.of(analyze, "security", "--no-pager", "--offline=true",
                units.resolve("dmbackup.service").toString()));
        Matcher exposure = Pattern.compile("Overall exposure level for dmbackup.service: ([0-9.]+)")
                .matcher(answer.text());
        assertThat(exposure.find()).as(answer.text()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThan(MOST_EXPOSED);
    }

    @Test
    void foldersAmongPeopleStayVisible() {
        ServicePlan plan = plan(folder().resolve("loja"), "/opt/dmbackup", List.of(Path.of("/home/maria/loja")));
        assertThat(new UnitFile(ServiceUnit.text(plan)).value("ProtectHome")).isEqualTo("read-only");
        assertThat(new UnitFile(ServiceUnit.text(plan)).value("ReadWritePaths")).contains("\"-/home/maria/loja\"");
    }

    private Path written(ServicePlan plan) throws Exception {
        Path units = Files.createDirectories(folder().resolve("units"));
        Files.createDirectories(plan.programs().root());
        Files.writeString(units.resolve("dmbackup.service"), ServiceUnit.text(plan));
        Files.writeString(units.resolve(SleepUnit.NAME), SleepUnit.text(plan));
        return units;
    }

    private static ServicePlan plan(Path home, String programs, List<Path> places) {
        return new ServicePlan(new Home(home), new Programs(Path.of(programs)), new Account("daemon", "daemon"),
                Path.of(System.getProperty("java.home")), "1.0", new ArrayList<>(places));
    }

    private Path folder() {
        return Objects.requireNonNull(temporary);
    }
}
