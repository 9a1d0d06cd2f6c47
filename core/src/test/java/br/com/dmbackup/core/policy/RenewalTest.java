package br.com.dmbackup.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.policy.Renewal.Known;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewalTest {
    private static final Instant NOW = Instant.parse("2026-03-02T13:30:00.123456789Z");
    private static final Instant RECENT = NOW.minusSeconds(600);

    @Test
    void theVeryDumpOfTheLastBackupIsNotRenewed() {
        assertThat(notSince(dump("aa", RECENT), dump("aa", RECENT))).contains(RECENT);
    }

    @Test
    void theCatalogRemembersMilliseconds() {
        assertThat(notSince(dump("aa", RECENT), dump("aa", Instant.ofEpochMilli(RECENT.toEpochMilli()))))
                .contains(RECENT);
    }

    @Test
    void theSameBytesMadeAgainAreANewDump() {
        assertThat(notSince(dump("aa", RECENT), dump("aa", RECENT.minusSeconds(3600)))).isEmpty();
    }

    @Test
    void otherBytesOfTheSameTimeAreANewDump() {
        assertThat(notSince(dump("aa", RECENT), dump("bb", RECENT))).isEmpty();
    }

    @Test
    void anOldDumpIsNotRenewedWhateverTheLastBackupHeld() {
        Instant old = NOW.minus(Renewal.OLD).minusSeconds(1);
        assertThat(notSince(dump("aa", old), dump("bb", RECENT))).contains(old);
        assertThat(Renewal.notSince(dump("aa", old), NOW, Optional.empty())).contains(old);
        assertThat(Renewal.notSince(dump("aa", NOW.minus(Renewal.OLD)), NOW, Optional.empty())).isEmpty();
    }

    @Test
    void aTimeInTheFutureIsAFileServersClock() {
        assertThat(notSince(dump("aa", NOW.plusSeconds(7200)), dump("bb", RECENT))).isEmpty();
    }

    @Test
    void aDumpThatWasMadeForItsBackupIsAlwaysNew() {
        Known ours = new Known("aa", Optional.empty());
        assertThat(notSince(ours, ours)).isEmpty();
    }

    private static Known dump(String digest, Instant madeAt) {
        return new Known(digest, Optional.of(madeAt));
    }

    private static Optional<Instant> notSince(Known dump, Known last) {
        return Renewal.notSince(dump, NOW, Optional.of(last));
    }
}
