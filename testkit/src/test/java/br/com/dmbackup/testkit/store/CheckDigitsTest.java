package br.com.dmbackup.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckDigitsTest {
    @Test
    void completesNumbersWhoseDigitsArePublished() {
        assertThat(CheckDigits.ean13("400638133393")).isEqualTo("4006381333931");
        assertThat(CheckDigits.cpf("111444777")).isEqualTo("11144477735");
        assertThat(CheckDigits.cnpj("112223330001")).isEqualTo("11222333000181");
        assertThat(CheckDigits.accessKey("5206043300991100250655012000000780026730161"))
                .isEqualTo("52060433009911002506550120000007800267301615");
    }
}
