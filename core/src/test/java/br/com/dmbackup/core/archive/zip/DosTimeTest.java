package br.com.dmbackup.core.archive.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DosTimeTest {
    @ParameterizedTest
    @CsvSource({"2026-03-14T09:30:59, 2026-03-14T09:30:58", "1970-01-01T00:00:00, 1980-01-01T00:00:00",
            "2107-12-31T23:59:59, 2107-12-31T23:59:58", "2300-05-05T05:05:05, 2107-12-31T23:59:58"})
    void isAlwaysAValidDate(LocalDateTime time, LocalDateTime kept) {
        int dos = DosTime.of(time);
        assertThat(LocalDateTime.of((dos >>> 25) + 1980, dos >>> 21 & 15, dos >>> 16 & 31, dos >>> 11 & 31,
                dos >>> 5 & 63, (dos & 31) * 2)).isEqualTo(kept);
    }
}
