package br.com.dmbackup.terminal.life;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.silence.ClosedDays;
import br.com.dmbackup.terminal.life.ServerSilence.Kept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSilenceTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Hours LEARNED = new Hours(Optional.empty(), ClosedDays.NONE);

    private final ServerSilence silence = new ServerSilence(LEARNED, ZONE, Kept.NOTHING, List.of());

    @TempDir
    Path folder;

    @Test
    void aServerThatSendsEachHourIsNotSilent() {
        Instant now = monday("08:00");
        for (int minute = 0; minute < 600; minute++) {
            if (minute % 60 == 5) {
                silence.sign(now);
            }
            assertThat(silence.look(now)).isFalse();
            now = now.plusSeconds(60);
        }
    }

    @Test
    void isSilentAfter75MinutesOfOpeningTime() {
        silence.sign(monday("10:00"));

        assertThat(minutes(monday("10:00"), 74)).isFalse();
        assertThat(minutes(monday("11:14"), 2)).isTrue();
        silence.sign(monday("11:20"));
        assertThat(silence.look(monday("11:20"))).isFalse();
    }

    @Test
    void aNightIsNoSilence() {
        silence.sign(monday("17:50"));

        assertThat(minutes(monday("17:50"), 14 * 60)).isFalse();
        assertThat(minutes(monday("17:50").plus(Duration.ofHours(14)), 90)).isTrue();
    }

    @Test
    void timeInWhichTheTerminalWasOffIsNotCounted() {
        silence.sign(monday("09:00"));
        silence.look(monday("09:01"));

        assertThat(silence.look(monday("15:00"))).isFalse();
        assertThat(minutes(monday("15:00"), 80)).isTrue();
    }

    @Test
    void aClockThatIsYearsWrongMakesNoAlarmByItself() {
        silence.sign(monday("09:00"));
        silence.look(monday("09:01"));

        assertThat(silence.look(monday("09:02").plus(Duration.ofDays(3650)))).isFalse();
        assertThat(silence.look(monday("09:03").minus(Duration.ofDays(3650)))).isFalse();
    }

    @Test
    void whatIsKeptComesBack() throws Exception {
        silence.sign(monday("09:00"));
        assertThat(minutes(monday("09:00"), 50)).isFalse();
        SilenceFile file = new SilenceFile(folder.resolve("loja.txt"));
        file.write(silence);

        ServerSilence back = file.read(LEARNED, ZONE);

        assertThat(back.kept()).isEqualTo(silence.kept());
        assertThat(back.memory()).isEqualTo(silence.memory());
        Files.writeString(file.file(), "garbage\n");
        assertThat(file.read(LEARNED, ZONE).kept()).isEqualTo(Kept.NOTHING);
    }

    private boolean minutes(Instant from, int count) {
        boolean silent = false;
        for (int minute = 0; minute <= count; minute++) {
            silent = silence.look(from.plusSeconds(60L * minute));
        }
        return silent;
    }

    private static Instant monday(String time) {
        return LocalDateTime.parse("2026-11-23T" + time).atZone(ZONE).toInstant();
    }
}
