package br.com.dmbackup.agent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.EventStream;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentRole;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void showsEveryChangeToFiftyFollowersAndTheLastToAll() {
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            List<EventStream> followers = follow(api, 50);
            followers.forEach(stream -> assertThat(stream.next(LONG)).isPresent());
            for (StatusText text : StatusText.values()) {
                api.desk.live.status(text);
            }
            api.desk.live.working(true);
            long last = api.desk.status().revision();
            for (EventStream stream : followers) {
                assertThat(newest(stream, last).activity().status()).isEqualTo(StatusText.DRILLING);
                stream.close();
            }
        }
    }

    @Test
    void showsProgressAboutTwiceASecondThoughNothingElseChanges() {
        try (ApiUnderTest api = new ApiUnderTest(folder); EventStream stream = api.client().events()) {
            api.desk.live.status(StatusText.ARCHIVING);
            assertThat(newest(stream, api.desk.status().revision()).activity().doneBytes()).isZero();
            api.desk.live.advanced(5, 10);
            Optional<AgentStatus> next = stream.next(LONG);
            assertThat(next.orElseThrow().activity().doneBytes()).isEqualTo(5);
        }
    }

    /** Longer than a request may take: a follower stays. */
    @Test
    void keepsTheLineAliveWhileNothingHappens() throws IOException {
        try (ApiUnderTest api = new ApiUnderTest(folder);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream().write(("GET /v1/events HTTP/1.1\r\nHost: localhost:" + api.port()
                    + "\r\nAuthorization: Bearer " + api.token(AgentRole.TILL) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int heartbeats = 0;
            while (heartbeats < 9) {
                String line = in.readLine();
                assertThat(line).isNotNull();
                heartbeats += line.equals(":") ? 1 : 0;
            }
        }
    }

    @Test
    void refusesTheSixtyFifthAndTakesHimWhenAnotherHasGone() {
        try (ApiUnderTest api = new ApiUnderTest(folder)) {
            List<EventStream> followers = follow(api, EventsDesk.MOST_FOLLOWERS);
            followers.forEach(stream -> assertThat(stream.next(LONG)).isPresent());
            assertThatThrownBy(() -> api.client().events()).isInstanceOf(AgentFault.class)
                    .hasMessageContaining("API_TOO_MANY");
            followers.removeFirst().close();
            await().ignoreExceptions().untilAsserted(() -> api.client().events().close());
            followers.forEach(EventStream::close);
        }
    }

    /** They ask and then read nothing; the others, and whoever works, do not notice. */
    @Test
    void holdsNobodyUpForWhoDoesNotRead() throws IOException {
        try (ApiUnderTest api = new ApiUnderTest(folder, Duration.ofSeconds(1));
                Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
            deaf.getOutputStream().write(("GET /v1/archives/newest HTTP/1.1\r\nHost: localhost:" + api.port()
                    + "\r\nAuthorization: Bearer " + api.token(AgentRole.TILL) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            try (EventStream stream = api.client().events()) {
                api.desk.live.status(StatusText.COPIED);
                assertThat(newest(stream, api.desk.status().revision()).activity().status())
                        .isEqualTo(StatusText.COPIED);
            }
            await().atMost(LONG).until(() -> api.desk.asked.contains("closed"));
        }
    }

    @Test
    void endsWithTheAgent() {
        ApiUnderTest api = new ApiUnderTest(folder);
        try (EventStream stream = api.client().events()) {
            assertThat(stream.next(LONG)).isPresent();
            api.close();
            assertThatThrownBy(() -> {
                while (true) {
                    stream.next(LONG);
                }
            }).isInstanceOf(AgentFault.class).hasMessageContaining("AGENT_UNREACHABLE");
        }
    }

    private static List<EventStream> follow(ApiUnderTest api, int followers) {
        List<EventStream> streams = new ArrayList<>();
        for (int i = 0; i < followers; i++) {
            streams.add(api.client().events());
        }
        return streams;
    }

    private static AgentStatus newest(EventStream stream, long revision) {
        AgentStatus seen = stream.next(LONG).orElseThrow();
        while (seen.revision() < revision) {
            seen = stream.next(LONG).orElseThrow();
        }
        return seen;
    }
}
