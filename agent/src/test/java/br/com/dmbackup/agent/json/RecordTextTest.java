package br.com.dmbackup.agent.json;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecordTextTest {
    private static final Instant MOMENT = Instant.parse("2026-11-23T12:00:00.120Z");
    private static final JsonMapper LIBRARY = JsonMapper.builder()
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT)).build();

    @Test
    void writesAStatusAsTheLibraryDoes() {
        AgentStatus status = new AgentStatus(1, 7, "0.1.0", MOMENT, "pt-BR", "America/Sao_Paulo",
                "Farmácia \"São João\" \\ \u0007\n", AgentLight.OK,
                new Activity(StatusText.WAITING, "Aguardando tarefas...", MOMENT, 0, -1),
                List.of(new Trouble("a", AgentLight.OK, "b", "c", "d", "e", List.of("um", "dois"), MOMENT)),
                Optional.empty(), Optional.empty(), Optional.of(MOMENT), List.of(), true, false, Optional.of("😀"),
                Optional.empty());
        assertThat(LIBRARY.readTree(RecordText.text(status)))
                .isEqualTo(LIBRARY.readTree(LIBRARY.writeValueAsString(status)));
    }

    @Test
    void writesListsAndMapsAndLeavesOutWhatThereIsNoneOf() {
        assertThat(RecordText.text(List.of(Map.of("a", Optional.empty()), List.of(), Map.of("b", 1.5), true)))
                .isEqualTo("[{},[],{\"b\":1.5},true]");
    }
}
