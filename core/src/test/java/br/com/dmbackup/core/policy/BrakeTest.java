package br.com.dmbackup.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.policy.Brake.Reason;
import br.com.dmbackup.core.policy.Brake.Suspicious;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BrakeTest {
    @ParameterizedTest
    @CsvSource({"0, false, , EMPTY", "0, true, 1000, EMPTY", "1, false, , WRONG_MAGIC",
            "1000, false, 1000, WRONG_MAGIC",
            "500, true, 1000, HALF_SIZE", "1, true, 1000, HALF_SIZE", "500, true, 1001, HALF_SIZE",
            "9223372036854775807, false, , WRONG_MAGIC"})
    void suspects(long bytes, boolean recognised, @Nullable Long last, Reason reason) {
        OptionalLong lastBytes = last == null ? OptionalLong.empty() : OptionalLong.of(last);
        assertThat(Brake.judge(bytes, recognised, lastBytes))
                .isEqualTo(new Suspicious(reason, bytes, lastBytes.orElse(0)));
    }

    @ParameterizedTest
    @CsvSource({"1, ", "501, 1000", "1000, 1000", "1000000, 1000", "9223372036854775807, 9223372036854775807"})
    void letsPass(long bytes, @Nullable Long last) {
        OptionalLong lastBytes = last == null ? OptionalLong.empty() : OptionalLong.of(last);
        assertThat(Brake.judge(bytes, true, lastBytes)).isEqualTo(new Brake.Normal());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonCanBeTold(Reason reason) {
        for (Language language : Language.values()) {
            assertThat(new Suspicious(reason, 1, 2).in(Messages.in(language))).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void tellsTheNumbers() {
        assertThat(new Suspicious(Reason.HALF_SIZE, 52_428_800, 1_610_612_736).in(Messages.in(Language.PT_BR)))
                .isEqualTo("a cópia tem 50 MB, metade ou menos da anterior, que tinha 1,5 GB");
    }
}
