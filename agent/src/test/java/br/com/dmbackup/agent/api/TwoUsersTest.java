package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real accounts of the system: one in the tills' group, one outside of it. Made for the test, and taken away again. */
class TwoUsersTest {
    private static final String NAME = "dmbt" + ProcessHandle.current().pid();
    private static final String GROUP = NAME + "g";
    private static final String TILL = NAME + "t";
    private static final String OUTSIDER = NAME + "o";

    @TempDir
    Path folder;

    @BeforeEach
    void makeAccounts() throws Exception {
        boolean possible = "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/usr/sbin/useradd"))
                && Files.exists(Path.of("/usr/sbin/runuser"));
        if (System.getenv("CI") != null) {
            assertThat(possible).as("root, useradd and runuser").isTrue();
        }
        Assumptions.assumeTrue(possible, "accounts can be made by root alone, with useradd and runuser");
        ok("groupadd", GROUP);
        ok("useradd", "--no-create-home", "--groups", GROUP, TILL);
        ok("useradd", "--no-create-home", OUTSIDER);
        for (Path open = folder; open != null && open.startsWith("/tmp") && !open.equals(Path.of("/tmp")); open = open
                .getParent()) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path agent = Files.createDirectories(folder.resolve("casa/state/agent"));
        ok("chgrp", GROUP, agent.toString());
        ok("chmod", "2750", agent.toString());
    }

    @AfterEach
    void dropAccounts() throws Exception {
        run(List.of("userdel", TILL));
        run(List.of("userdel", OUTSIDER));
        run(List.of("groupdel", GROUP));
    }

    @Test
    void theMemberIsATillAndNoMoreAndTheOutsiderIsNobody() throws Exception {
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            assertThat(reads(TILL, api.files.address())).contains("\"port\":" + api.port());
            assertThat(reads(TILL, api.files.tillToken())).isEqualTo(api.token(AgentRole.TILL));
            assertThat(reads(TILL, api.files.adminToken())).isEmpty();
            new AdminPassword(api.files).set("senha comprida".toCharArray());
            assertThat(reads(TILL, api.files.password())).isEmpty();
            assertThat(reads("root", api.files.adminToken())).isEqualTo(api.token(AgentRole.ADMIN));
            for (Path file : List.of(api.files.address(), api.files.tillToken(), api.files.adminToken())) {
                assertThat(reads(OUTSIDER, file)).isEmpty();
            }
            assertThat(run(as(TILL, "touch", api.files.folder().resolve("x").toString()))).isNotZero();
            assertThat(run(as(TILL, "mv", api.files.tillToken().toString(), "/tmp"))).isNotZero();
        }
    }

    /** As the system's own services do: the folder is the service's, root only looks. */
    @Test
    void theFolderOfAnotherAccountIsNotTrusted() throws Exception {
        ok("chown", TILL, folder.resolve("casa/state/agent").toString());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new ApiUnderTest(folder))
                .hasMessageContaining("AGENT_FILES_OPEN").hasMessageContaining(TILL);
    }

    private static String reads(String user, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(as(user, "cat", file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return read;
    }

    private static List<String> as(String user, String... command) {
        java.util.ArrayList<String> line = new java.util.ArrayList<>(List.of("runuser", "-u", user, "--"));
        line.addAll(List.of(command));
        return line;
    }

    private static void ok(String... command) throws IOException, InterruptedException {
        assertThat(run(List.of(command))).as(String.join(" ", command)).isZero();
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
