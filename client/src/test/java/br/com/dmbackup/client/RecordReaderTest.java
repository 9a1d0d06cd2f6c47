package br.com.dmbackup.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.PlaceStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    @Test
    void passesOverWhatANewerAgentAddsAndReadsWhatIsNotThereAsNone() {
        assertThat(RecordReader.read(PlaceStatus.class, "{\"new\":[{}],\"owed\":2,\"slots\":3,\"name\":\"local\"}"))
                .isEqualTo(new PlaceStatus("local", 3, 2, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "1", "{\"name\":\"x\",\"slots\":1,\"owed\":\"2\"}",
            "{\"name\":1,\"slots\":1,\"owed\":2}",
            "{\"name\":\"x\",\"slots\":1,\"owed\":99999999999}", "{\"name\":\"x\",\"slots\":1,\"owed\":1.5}",
            "{\"name\":\"x\",\"slots\":1,\"owed\":1,\"owedSince\":\"today\"}",
            "{\"name\":null,\"slots\":1,\"owed\":1}"})
    void refusesAnotherShape(String json) {
        assertThatThrownBy(() -> RecordReader.read(PlaceStatus.class, json))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAConstantThatDoesNotExist() {
        assertThatThrownBy(() -> RecordReader.read(JobReport.class, """
                {"id":"x","kind":"FORMAT","state":"ENDED","askedAt":"2026-01-01T00:00:00Z","outcome":"","summary":"",
                 "faults":[]}""")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordReader.read(AgentAddress.class, "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
