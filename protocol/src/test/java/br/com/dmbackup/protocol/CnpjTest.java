package br.com.dmbackup.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CnpjTest {
    @ParameterizedTest
    @ValueSource(strings = {"11.222.333/0001-81", "11222333000181", "00.000.000/0001-91", "33.000.167/0001-01",
            "12.ABC.345/01DE-35", "12ABC34501DE35", " 12.abc.345/01de-35 "})
    void understandsNumbersOfDigitsAndOfLetters(String text) {
        assertThat(Cnpj.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11.222.333/0001-82", "11.222.333/0001-18", "12.ABC.345/01DE-36", "12.ABD.345/01DE-35",
            "12.ABC.345/01DE-3A", "00000000000000", "1122233300018", "112223330001811", "11-222-333/0001.81",
            "12ÁBC34501DE35"})
    void refusesWhatIsNoCnpj(String text) {
        assertThat(Cnpj.parse(text)).isEmpty();
    }

    @Test
    void isKeptWithoutPunctuationAndShownWithIt() {
        Cnpj cnpj = Cnpj.parse("12abc34501de35").orElseThrow();
        assertThat(cnpj.value()).isEqualTo("12ABC34501DE35");
        assertThat(cnpj).hasToString("12.ABC.345/01DE-35");
    }

    @Test
    void cannotBeMadeFromAnythingElse() {
        assertThatThrownBy(() -> new Cnpj("11222333000182")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cnpj("12abc34501de35")).isInstanceOf(IllegalArgumentException.class);
    }
}
