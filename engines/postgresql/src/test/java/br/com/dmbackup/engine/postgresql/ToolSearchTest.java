package br.com.dmbackup.engine.postgresql;

import static br.com.dmbackup.engine.postgresql.PostgresScene.fault;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.engine.ServiceStatus;
import br.com.dmbackup.core.program.Program;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.postgresql.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "stands in for the tools with shell scripts")
class ToolSearchTest {
    @TempDir
    private Path folder;

    @Test
    void understandsWhatToolsAndServersCallThemselves() {
        assertThat(ToolVersion.in("pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"))
                .contains(new ToolVersion(15, 18));
        assertThat(ToolVersion.in("pg_dump (PostgreSQL) 18beta1")).contains(new ToolVersion(18, 0));
        assertThat(ToolVersion.in("sh: pg_dump: not found")).isEmpty();
        assertThat(ToolVersion.ofNumber(150_018)).isEqualTo(new ToolVersion(15, 18));
    }

    @Test
    void takesTheServersOwnVersionBeforeANewerOne() throws IOException {
        ToolSearch search = among(tools("usr", "14.2", "14.2"), tools("15/bin", "15.1", "15.1"),
                tools("new", "15.9", "15.9"), tools("17/bin", "17.6", "17.6"));
        assertThat(search.fitting(new ToolVersion(15, 18)).version()).isEqualTo(new ToolVersion(15, 9));
        assertThat(search.fitting(new ToolVersion(16, 0)).version()).isEqualTo(new ToolVersion(17, 6));
    }

    @Test
    void passesOverTwoToolsOfDifferentVersionsAndHalfOnes() throws IOException {
        Path half = tools("half", "15.1", "15.1");
        Files.delete(half.resolve("pg_restore"));
        ToolSearch search = among(tools("mixed", "15.9", "14.9"), half);
        BackupFault fault = fault(FaultCode.TOOLS_MISSING, () -> search.fitting(new ToolVersion(15, 0)));
        assertThat(fault.arguments()).containsExactly("PATH", 15);
    }

    @Test
    void passesOverAWrapperThatChoosesAVersionItself() throws IOException {
        Path wrapper = script(Files.createDirectory(folder.resolve("share")).resolve("pg_wrapper"), "15.1");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("pg_dump", "pg_restore")) {
            Files.createSymbolicLink(bin.resolve(tool), wrapper);
        }
        fault(FaultCode.TOOLS_MISSING, () -> among(bin).fitting(new ToolVersion(15, 0)));
    }

    @Test
    void looksOnlyWhereTheSettingsSay() throws IOException {
        Path old = tools("old", "12.1", "12.1");
        ToolSearch search = new ToolSearch(Optional.of(old), List.of(tools("good", "15.1", "15.1")), List.of(), "");
        BackupFault fault = fault(FaultCode.TOOLS_TOO_OLD, () -> search.fitting(new ToolVersion(15, 18)));
        assertThat(fault.arguments()).containsExactly("15.18", "12.1 (" + old + ")", 15);
    }

    @Test
    void findsWhatPackagesInstall() throws IOException {
        tools("15/bin", "15.1", "15.1");
        tools("pgsql-16/bin", "16.1", "16.1");
        ToolSearch search = new ToolSearch(Optional.empty(), List.of(),
                List.of(new ToolSearch.Family(folder, "bin"), new ToolSearch.Family(Path.of("/no/such"), "bin")), "");
        assertThat(search.fitting(new ToolVersion(16, 0)).folder()).isEqualTo(folder.resolve("pgsql-16/bin"));
        assertThat(search.fitting(new ToolVersion(15, 0)).folder()).isEqualTo(folder.resolve("15/bin"));
    }

    /** A real server of a later version than the system's tools. */
    @Test
    void saysThatTheToolsAreOlderThanTheServer() throws IOException {
        Path programs = newerServer();
        Tools installed = Tools.in(TestServer.installed(), "").orElseThrow();
        Assumptions.assumeTrue(installed.version().major() < 17, "the tools of this system are not older than 17");
        try (TestServer server = TestServer.startOf(programs.resolve("bin"))) {
            PostgresServer login = new PostgresServer(server.host(), server.port(), TestServer.SUPERUSER,
                    Optional.of(new Secret(TestServer.PASSWORD.toCharArray())), "prefer", Optional.empty());
            try (PostgresEngine engine = new PostgresEngine("MCDados", login, "postgres",
                    Optional.of(installed.folder()), Clock.systemUTC(), Checkpoint.NONE)) {
                assertThat(engine.checkService()).isInstanceOf(ServiceStatus.Ready.class);
                BackupFault fault = fault(FaultCode.TOOLS_TOO_OLD, () -> engine.dump(folder, Progress.NONE));
                assertThat(fault.arguments()[0]).asString().startsWith("17.");
                assertThat(fault.arguments()[1]).asString().startsWith(installed.version().toString());
            }
        }
    }

    private Path newerServer() throws IOException {
        Path programs = Files.createTempDirectory("dmbackup-pg17",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Runtime.getRuntime().addShutdownHook(new Thread(
                () -> Program.of(List.of("rm", "-rf", programs.toString())).ask(Duration.ofSeconds(10))));
        Path packed = folder.resolve("postgres.txz");
        try (InputStream in = ToolSearchTest.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            Assumptions.assumeTrue(in != null, "no PostgreSQL 17 for this machine's processor");
            Files.copy(in, packed);
        }
        boolean unpacked = Program.of(List.of("tar", "-xJf", packed.toString(), "-C", programs.toString()))
                .ask(Duration.ofSeconds(60)).succeeded();
        assertThat(unpacked).as("tar and xz").isTrue();
        return programs;
    }

    private ToolSearch among(Path... folders) {
        return new ToolSearch(Optional.empty(), List.of(folders), List.of(), "");
    }

    private Path tools(String name, String dumpVersion, String restoreVersion) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name));
        script(bin.resolve("pg_dump"), dumpVersion);
        script(bin.resolve("pg_restore"), restoreVersion);
        return bin;
    }

    private static Path script(Path file, String version) throws IOException {
        Files.writeString(file, "#!/bin/sh\necho \"tool (PostgreSQL) " + version + " (stand-in)\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
