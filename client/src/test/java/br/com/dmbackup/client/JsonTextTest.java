package br.com.dmbackup.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void readsEveryKindOfValue() {
        assertThat(JsonText.parse(" {\"a\":[1,-2.5e3,true,false,null,\"x\"],\"b\":{},\"c\":null,\"d\":[ ]} "))
                .isEqualTo(Map.of("a", Arrays.asList(1L, -2500.0, true, false, null, "x"), "b", Map.of(), "d",
                        List.of()));
        assertThat(JsonText.parse("\"\\u00e7\\ud83d\\ude00\\n\\\"\\/é\"")).isEqualTo("ç😀\n\"/é");
        assertThat(JsonText.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1,]", "[1 2]", "tru", "nul", "01",
            "1.", "+1", ".5", "--1", "1e", "\"a", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "1 1", "{a:1}", "'a'",
            "99999999999999999999", "NaN"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goesNoDeeperThanIsSensible() {
        assertThatThrownBy(() -> JsonText.parse("[".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quotesWhatItCanReadAgain() {
        String text = "a\"\\\n\u0001ç/😀";
        assertThat(JsonText.parse(JsonText.quoted(text))).isEqualTo(text);
    }
}
