package br.com.dmbackup.terminal.vault.protection;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.policy.Brake.Normal;
import br.com.dmbackup.core.policy.Brake.Suspicious;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Map<String, Long> ROWS = Map.of("venda", 90_000L, "produto", 12_000L);
    private static final DumpMeasure GOOD = dump(100 << 20, 25 << 20, ROWS);

    private static DumpMeasure dump(long bytes, long encoded, Map<String, Long> rows) {
        return new DumpMeasure(bytes, Optional.of(new DumpTraits(encoded, bytes, encoded, true)), new TreeMap<>(rows));
    }

    @Test
    void takesTheFirstOneAsItIs() {
        assertThat(Judgement.of(GOOD, List.of())).isInstanceOf(Normal.class);
    }

    @Test
    void findsNoiseAndPiecesSuspiciousWhateverTheManifestClaims() {
        assertThat(Judgement.of(dump(100 << 20, 100 << 20, ROWS), List.of(GOOD))).isInstanceOf(Suspicious.class);
        assertThat(Judgement.of(dump(1 << 20, 1 << 18, ROWS), List.of(GOOD))).isInstanceOf(Suspicious.class);
    }

    @Test
    void missesATableWhereNoneWasEverMissing() {
        DumpMeasure without = dump(100 << 20, 25 << 20, Map.of("produto", 12_000L));
        assertThat(Judgement.of(without, Collections.nCopies(5, GOOD))).isInstanceOf(Suspicious.class);
    }

    @Test
    void missesNoTableWhereAnEngineLeavesSomeOutNowAndThen() {
        DumpMeasure without = dump(100 << 20, 25 << 20, Map.of("produto", 12_000L));
        assertThat(Judgement.of(without, List.of(GOOD, without, GOOD, GOOD))).isInstanceOf(Normal.class);
    }
}
