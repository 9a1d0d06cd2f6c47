package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentLineTest {
    @Test
    void knowsWhatTheLauncherWrites() {
        assertThat(AgentLine.of(List.of("agent", "--home", "/casa", "--leashed")))
                .contains(new AgentLine(Path.of("/casa"), true));
        assertThat(AgentLine.of(List.of("agent", "--home", "/casa"))).contains(new AgentLine(Path.of("/casa"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "agent --home", "agent --home a --lang en", "agent --home a --help",
            "backup --home a", "agent --home a b --leashed", "agent --leashed --home a"})
    void leavesEverythingElseToTheLibrary(String line) {
        assertThat(AgentLine.of(List.of(line.split(" ")))).isEmpty();
    }
}
