package br.com.dmbackup.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0 bytes", "1023|1.023 bytes", "1024|1 KB", "1536|1,5 KB",
            "104857600|100 MB", "1047527424|999 MB", "1048051712|1 GB", "1610612736|1,5 GB", "4294967296|4 GB",
            "9223372036854775807|8 EB", "-2048|-2 KB"})
    void isToldAsWindowsTellsIt(long bytes, String text) {
        assertThat(ByteSize.text(bytes, Locale.forLanguageTag("pt-BR"))).isEqualTo(text);
    }
}
