package br.com.dmbackup.service.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.launcher.Current;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.service.Account;
import br.com.dmbackup.service.PackedProgram;
import br.com.dmbackup.service.ProgramFiles;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.ServicePlan;
import br.com.dmbackup.service.Tool;
import br.com.dmbackup.service.rights.HomeRights;
import br.com.dmbackup.service.step.Step;
import br.com.dmbackup.service.step.StepWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the steps make of a machine, as far as a folder is one; the service's line is really run, as another account. */
@Timeout(90)
class InstallationTest {
    private static final Account NOBODY = new Account("nobody", "nogroup");

    @TempDir
    @Nullable
    Path temporary;
    private @Nullable Path made;

    @BeforeEach
    void prepare() throws Exception {
        Tool.rootNeeded();
        Path folder = Objects.requireNonNull(temporary);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        made = folder;
        Files.createDirectories(units());
        Files.createDirectories(home().root());
        Files.writeString(home().settingsFile(), "# settings\n");
        home().prepare();
        Files.writeString(home().stateFolder().resolve("machine.key"), "k");
        Files.createDirectories(home().backupFolder().resolve("09h"));
        Files.writeString(home().backupFolder().resolve("09h/MCDados.zip"), "z");
    }

    @Test
    void theServicesLineRunsTheAgentAsItsAccountAndEndsItInGoodOrder() throws Exception {
        install("1.0", LaunchRecord.BLANK);
        List<String> line = new ArrayList<>(List.of(Tool.needed("setpriv"), "--reuid=nobody", "--regid=nogroup",
                "--clear-groups", "--no-new-privs"));
        line.addAll(new UnitFile(Files.readString(units().resolve(ServicePlan.UNIT))).command("ExecStart"));
        Process service = new ProcessBuilder(line).inheritIO().start();
        Path lives = home().stateFolder().resolve("agent/lives");
        try {
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> Files.exists(lives)
                    && Files.readString(lives).startsWith("nobody "));
        } finally {
            service.destroy();
            if (!service.waitFor(40, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
        assertThat(home().stateFolder().resolve("agent/ended")).hasContent("agent 0");
        assertThat(Files.readString(home().logFolder().resolve("launcher.log"))).contains("started 1.0",
                "ended in good order");
        assertThat(HomeRights.of(home()).problems()).isEmpty();
    }

    @Test
    void othersReachNothingAndTheGroupReachesTheAgentsFolderAlone() throws Exception {
        install("1.0", LaunchRecord.BLANK);
        Path token = home().stateFolder().resolve("agent/till.token");
        Files.writeString(token, "t");
        StepWork.one(new Step.Rights(token, new br.com.dmbackup.service.step.FileRights("nobody", "nogroup", 0640)));
        List<Path> shut = List.of(home().settingsFile(), home().stateFolder().resolve("machine.key"),
                home().backupFolder().resolve("09h/MCDados.zip"), home().logFolder());
        for (Path path : shut) {
            assertThat(reads("daemon", "nogroup", path)).as("group: " + path).isFalse();
            assertThat(reads("daemon", "daemon", path)).as("others: " + path).isFalse();
            assertThat(reads("nobody", "nogroup", path)).as("account: " + path).isTrue();
        }
        assertThat(reads("daemon", "nogroup", token)).isTrue();
        assertThat(reads("daemon", "daemon", token)).isFalse();
        assertThat(Files.getAttribute(token.resolveSibling(""), "unix:mode")).isEqualTo(040000 | 02750);
        assertThat(writes("nobody", home().root().resolveSibling("programas/current"))).isFalse();
        assertThat(writes("nobody", home().root().resolveSibling("programas/versions/1.0/lib/dmbackup-cli-1.0.jar")))
                .isFalse();
    }

    @Test
    void whatIsTooOpenOrBelongsToAnotherIsSeenAndMended() throws Exception {
        install("1.0", LaunchRecord.BLANK);
        assertThat(HomeRights.of(home()).problems()).isEmpty();
        Files.setPosixFilePermissions(home().settingsFile(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(home().backupFolder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home().stateFolder().resolve("catalog.db"), "made by root");
        assertThat(HomeRights.of(home()).problems()).extracting(notice -> notice.code().name() + " "
                + Path.of(notice.arguments().getFirst().toString()).getFileName() + " " + notice.arguments().get(1))
                .containsExactlyInAnyOrder("RIGHTS_TOO_OPEN dmbackup.toml 0644", "RIGHTS_TOO_OPEN Backup 0755",
                        "RIGHTS_OF_ANOTHER catalog.db root");
        install("1.0", LaunchRecord.BLANK);
        assertThat(HomeRights.of(home()).problems()).isEmpty();
    }

    @Test
    void aLinkThatTheServicesAccountLaidIsNotFollowed() throws Exception {
        install("1.0", LaunchRecord.BLANK);
        Path outside = Files.createDirectories(folder().resolve("etc"));
        Path secret = Files.writeString(outside.resolve("shadow"), "s");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(home().stateFolder().resolve("logs/link"), secret);
        Files.createSymbolicLink(home().stateFolder().resolve(".service.new"), secret);
        install("1.0", LaunchRecord.BLANK);
        assertThat(Files.getOwner(secret).getName()).isEqualTo("root");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-r-----");
        assertThat(secret).hasContent("s");
    }

    @Test
    void anUpdateKeepsTheLastGoodVersionToGoBackTo() throws Exception {
        install("1.0", LaunchRecord.BLANK);
        install("2.0", LaunchRecord.BLANK);
        assertThat(programs().current()).hasValueSatisfying(current -> assertThat(current)
                .returns("2.0", Current::version).returns("1.0", Current::previous));
        install("3.0", new LaunchRecord("1.0", "1.0", "then", "2.0", "x", "then", "DIED", ""));
        assertThat(programs().current().orElseThrow().previous()).isEqualTo("1.0");
        install("3.0", new LaunchRecord("3.0", "3.0", "then", "", "", "", "", ""));
        assertThat(programs().whole()).containsExactly("1.0", "2.0", "3.0");
    }

    @Test
    void theStartScriptRunsTheWantedVersion() throws Exception {
        install("1.0", LaunchRecord.BLANK);
        Tool.Answer answer = Tool
                .run(List.of(programs().root().resolve("dmbackup").toString(), "status", "a b", "$HOME"));
        assertThat(answer.text()).isEqualTo("status a b $HOME\n");
    }

    @Test
    void whereLinksReplaceFoldersNothingOutsideIsHandedOver() throws Exception {
        install("1.0", LaunchRecord.BLANK);
        Path outside = Files.createDirectories(folder().resolve("etc"));
        Path secret = Files.writeString(outside.resolve("shadow"), "s");
        Files.move(home().backupFolder(), home().root().resolve("Backup.old"));
        Files.createSymbolicLink(home().backupFolder(), outside);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> install("1.0", LaunchRecord.BLANK))
                .hasMessageContaining("SERVICE_STEP_FAILED");
        assertThat(Files.getOwner(secret).getName()).isEqualTo("root");
        assertThat(Files.getOwner(outside).getName()).isEqualTo("root");
    }

    @Test
    void membersOfTheGroupMayStartTheServiceWherePolkitAsksARule() throws Exception {
        install("1.0", LaunchRecord.BLANK);
        Path rules = folder().resolve("rules.d");
        assertThat(rules).doesNotExist();
        Files.createDirectories(rules);
        install("1.0", LaunchRecord.BLANK);
        assertThat(rules.resolve("50-dmbackup.rules")).content().contains("isInGroup(\"nogroup\")",
                "action.lookup(\"unit\") == \"dmbackup.service\"", "action.lookup(\"verb\") == \"start\"",
                "action.id == \"org.freedesktop.systemd1.manage-units\"").containsOnlyOnce("polkit.Result");
        StepWork.all(systemd().uninstall(home()));
        assertThat(rules).isEmptyDirectory();
    }

    @Test
    void uninstallingLeavesTheDataAndTheProgram() throws Exception {
        install("1.0", LaunchRecord.BLANK);
        StepWork.all(systemd().uninstall(home()));
        assertThat(units()).isEmptyDirectory();
        assertThat(ServiceMark.of(home())).isEmpty();
        assertThat(home().backupFolder().resolve("09h/MCDados.zip")).exists();
        assertThat(programs().whole()).containsExactly("1.0");
    }

    private void install(String version, LaunchRecord record) throws Exception {
        ProgramFiles files = PackedProgram.in(Files.createDirectories(folder().resolve("unpacked")));
        ServicePlan plan = new ServicePlan(home(), programs(), NOBODY, Path.of(System.getProperty("java.home")),
                version,
                List.of());
        StepWork.all(systemd().install(plan, files, true, record, Instant.parse("2026-11-23T12:00:00Z")));
    }

    private static boolean reads(String user, String group, Path path) throws Exception {
        return as(user, group, Files.isDirectory(path) ? "ls" : "cat", path);
    }

    private static boolean writes(String user, Path path) throws Exception {
        return as(user, "nogroup", "touch", path);
    }

    private static boolean as(String user, String group, String program, Path path) throws Exception {
        return Tool.run(List.of(Tool.needed("setpriv"), "--reuid=" + user, "--regid=" + group, "--clear-groups",
                program, path.toString())).code() == 0;
    }

    private SystemdService systemd() {
        return new SystemdService(units(), folder().resolve("rules.d"), false);
    }

    private Path units() {
        return folder().resolve("units");
    }

    private Programs programs() {
        return new Programs(folder().resolve("programas"));
    }

    private Home home() {
        return new Home(folder().resolve("A loja 50% $HOME é"));
    }

    private Path folder() {
        return Objects.requireNonNull(made);
    }
}
