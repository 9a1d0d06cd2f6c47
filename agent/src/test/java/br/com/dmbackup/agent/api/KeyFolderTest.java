package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {
    @TempDir
    Path folder;

    @Test
    void keepsEverythingForItsOwnAccountWhereNobodyWasLetIn() throws IOException {
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            assertThat(rights(api.files.folder())).isEqualTo("rwx------");
            assertThat(rights(api.files.adminToken())).isEqualTo("rw-------");
            assertThat(rights(api.files.tillToken())).isEqualTo("rw-------");
            assertThat(rights(api.files.address())).isEqualTo("rw-------");
        }
    }

    @Test
    void letsTheFoldersGroupBeATillAndNoMore() throws Exception {
        shared("2750");
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            assertThat(rights(api.files.adminToken())).isEqualTo("rw-------");
            assertThat(rights(api.files.tillToken())).isEqualTo("rw-r-----");
            assertThat(rights(api.files.address())).isEqualTo("rw-r-----");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0755", "0701", "0770", "2770", "0750", "2755", "0704"})
    void doesNotStartWhereOthersCouldReadOrSwapTheTokens(String mode) throws Exception {
        Path agent = shared(mode);
        assertThatThrownBy(() -> new ApiUnderTest(folder)).isInstanceOfSatisfying(BackupFault.class, fault -> {
            assertThat(fault.code()).isEqualTo(FaultCode.AGENT_FILES_OPEN);
            assertThat(fault.arguments()).contains(mode);
        });
        try (Stream<Path> left = Files.list(agent)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void doesNotStartWhereTheFolderIsALinkOrItsParentIsOpen() throws Exception {
        Path state = Files.createDirectories(folder.resolve("casa/state"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(state.resolve("agent"), elsewhere);
        assertThatThrownBy(() -> new ApiUnderTest(folder)).hasMessageContaining("AGENT_FILES_OPEN");
        Files.delete(state.resolve("agent"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> new ApiUnderTest(folder)).hasMessageContaining("AGENT_FILES_OPEN");
    }

    @Test
    void hasNewKeysAtEachStartAndTakesThemAwayInTheEnd() throws IOException {
        String before;
        Path agent;
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            agent = api.files.folder();
            before = api.token(AgentRole.ADMIN);
            assertThat(before).hasSize(43).isNotEqualTo(api.token(AgentRole.TILL));
        }
        try (Stream<Path> left = Files.list(agent)) {
            assertThat(left).isEmpty();
        }
        // What a dead one left.
        Files.writeString(agent.resolve("admin.token.123.novo"), "x");
        Files.writeString(agent.resolve("admin.token"), before);
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            assertThat(api.token(AgentRole.ADMIN)).isNotEqualTo(before);
            assertThat(agent.resolve("admin.token.123.novo")).doesNotExist();
        }
    }

    @Test
    void keepsThePasswordThroughAStart() throws IOException {
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            new AdminPassword(api.files).set("senha comprida".toCharArray());
        }
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            assertThat(api.files.password()).exists();
        }
    }

    private Path shared(String mode) throws IOException, InterruptedException {
        Path agent = Files.createDirectories(folder.resolve("casa/state/agent"));
        assertThat(new ProcessBuilder("chmod", mode, agent.toString()).inheritIO().start().waitFor()).isZero();
        return agent;
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
