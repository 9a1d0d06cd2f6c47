package br.com.dmbackup.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SizeTextTest {
    private final SizeText sizes = new SizeText();

    @Test
    void readsSizesAsPeopleWriteThem() {
        assertThat(sizes.convert("50MB")).isEqualTo(50L << 20);
        assertThat(sizes.convert("2 gb")).isEqualTo(2L << 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "0MB", "50", "-1MB", "1.5GB", "999999GB", "50 bananas"})
    void refusesWhatIsNoSizeOfADatabase(String text) {
        assertThatThrownBy(() -> sizes.convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
