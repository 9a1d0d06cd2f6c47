package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.api.AgentRole;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.RestoreWay;
import br.com.dmbackup.protocol.api.SentFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that come from a person, and who may send them. */
class FilesDeskTest {
    @TempDir
    Path folder;

    ApiUnderTest api;

    @BeforeEach
    void open() {
        api = new ApiUnderTest(folder);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void takesAFileInPiecesAndKeepsItUntilItIsNotNeeded() throws Exception {
        byte[] bytes = new byte[SentFile.LARGEST_PIECE + 100_000];
        new Random(11).nextBytes(bytes);
        LocalAgent agent = api.client();
        SentFile begun = agent.announce("MCDados de ontem.zip", bytes.length);
        SentFile half = agent.send(begun, Arrays.copyOf(bytes, SentFile.LARGEST_PIECE));
        assertThat(half.whole()).isFalse();
        SentFile whole = agent.send(half, Arrays.copyOfRange(bytes, SentFile.LARGEST_PIECE, bytes.length));
        assertThat(whole.whole()).isTrue();
        assertThat(api.desk.files().<byte[]>use(whole.id(), (file, name) -> {
            assertThat(name).isEqualTo("MCDados de ontem.zip");
            return read(file);
        })).isEqualTo(bytes);
        agent.drop(whole);
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void takesNoPieceTwiceAndNoneThatIsTooMuch() {
        LocalAgent agent = api.client();
        SentFile begun = agent.announce("a.zip", 10);
        assertThat(agent.send(begun, new byte[6]).receivedBytes()).isEqualTo(6);
        assertThatThrownBy(() -> agent.send(begun, new byte[6])).hasMessageContaining("API_NOT_UNDERSTOOD");
        SentFile half = new SentFile(begun.id(), 10, 6);
        assertThatThrownBy(() -> agent.send(half, new byte[5])).hasMessageContaining("API_NOT_UNDERSTOOD");
        assertThat(agent.send(half, new byte[4]).whole()).isTrue();
    }

    @Test
    void throwsTheOneBeforeAwayForTheNext() {
        LocalAgent agent = api.client();
        SentFile first = agent.announce("a.zip", 10);
        SentFile second = agent.announce("b.zip", 10);
        assertThatThrownBy(() -> agent.send(first, new byte[10])).hasMessageContaining("SENT_FILE_UNKNOWN");
        assertThat(agent.send(second, new byte[10]).whole()).isTrue();
    }

    @Test
    void refusesWhatWouldFillTheDisk() {
        assertThatThrownBy(() -> api.client().announce("a.zip", Long.MAX_VALUE)).hasMessageContaining("OUTPUT_FULL");
    }

    @Test
    void takesNoPathForAName() throws Exception {
        for (String name : new String[]{"../a.zip", "c:\\\\a.zip", "", " "}) {
            assertThat(api.send(api.as(AgentRole.ADMIN, "POST", "/v1/files",
                    "{\"name\":\"" + name + "\",\"sizeBytes\":1}").header("Content-Type", "application/json"))
                    .statusCode()).as(name).isEqualTo(400);
        }
        for (String id : new String[]{"file-x", "..", "%2e%2e%2fa", "09h"}) {
            assertThat(api.send(api.as(AgentRole.ADMIN, "PUT", "/v1/files/" + id, "x")
                    .header("Content-Type", "application/octet-stream").header(SentFile.OFFSET, "0")).statusCode())
                    .as(id).isBetween(400, 404);
        }
    }

    @Test
    void isForAdministratorsAlone() throws Exception {
        SentFile sent = api.client().announce("a.zip", 1);
        assertThat(api.send(api.as(AgentRole.TILL, "PUT", "/v1/files/" + sent.id(), "x")
                .header("Content-Type", "application/octet-stream").header(SentFile.OFFSET, "0")).statusCode())
                .isEqualTo(403);
        assertThat(api.send(api.as(AgentRole.TILL, "DELETE", "/v1/files/" + sent.id(), "")).statusCode())
                .isEqualTo(403);
        assertThat(api.send(api.as(AgentRole.TILL, "GET", "/v1/contents/" + sent.id(), "")).statusCode())
                .isEqualTo(403);
        assertThat(api.send(api.as(AgentRole.TILL, "GET", "/v1/contents/09h", "")).statusCode()).isEqualTo(200);
    }

    /** Beside, nothing is lost: the name need not be typed, but the role is the same. */
    @Test
    void asksForTheTypedNameOnlyWhereTheLiveDatabaseIsReplaced() throws Exception {
        LocalAgent agent = api.client();
        Optional<String> archive = Optional.of("09h");
        agent.ask(new JobRequest(JobKind.RESTORE, archive, Optional.empty(), Optional.of(RestoreWay.BESIDE),
                Optional.of("terminal")));
        assertThat(api.desk.asked).containsExactly("RESTORE:09h:BESIDE:terminal");
        assertThatThrownBy(() -> agent.ask(new JobRequest(JobKind.RESTORE, archive, Optional.of("x"),
                Optional.of(RestoreWay.OVER), Optional.empty()))).hasMessageContaining("CONFIRMATION_NEEDED");
        assertThat(api.send(api.as(AgentRole.TILL, "POST", "/v1/jobs", "{\"kind\":\"RESTORE\",\"way\":\"BESIDE\"}")
                .header("Content-Type", "application/json")).statusCode()).isEqualTo(403);
        assertThat(api.send(api.as(AgentRole.ADMIN, "POST", "/v1/jobs", "{\"kind\":\"BACKUP\",\"way\":\"BESIDE\"}")
                .header("Content-Type", "application/json")).statusCode()).isEqualTo(400);
    }

    @Test
    void remembersThatACopyWasTaken() {
        api.client().tookCopy(FakeDesk.BACKUP);
        assertThat(api.desk.asked).containsExactly("took:" + FakeDesk.BACKUP);
        assertThatThrownBy(() -> api.client().tookCopy("../x")).hasMessageContaining("API_NOT_UNDERSTOOD");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
