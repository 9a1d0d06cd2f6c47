package br.com.dmbackup.desktop.close;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.desktop.close.ClosePassword.Answer;
import br.com.dmbackup.desktop.session.Preferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosePasswordTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @TempDir
    Path folder;

    private Answer tried(String typed, String localTime) {
        return tried(typed, LocalDateTime.parse(localTime).atZone(ZONE).toInstant());
    }

    private Answer tried(String typed, Instant at) {
        // A new one each time, as after a restart.
        return new ClosePassword(new Preferences(folder)).check(typed.toCharArray(), at, ZONE);
    }

    @Test
    void theDateIsThePasswordOfTheManualsExample() {
        assertThat(tried("28062022", "2022-06-28T09:30")).isEqualTo(new Answer.Right());
        assertThat(tried("28/06/2022", "2022-06-28T09:30")).isEqualTo(new Answer.Wrong(2));
        assertThat(tried("2022-06-28", "2022-06-28T09:30")).isEqualTo(new Answer.Wrong(1));
    }

    @Test
    void atMidnightThePasswordBecomesTheNextDay() {
        assertThat(tried("28062022", "2022-06-28T23:59:59")).isEqualTo(new Answer.Right());
        assertThat(tried("29062022", "2022-06-28T23:59:59")).isEqualTo(new Answer.Wrong(2));
        assertThat(tried("29062022", "2022-06-29T00:00:00")).isEqualTo(new Answer.Right());
        assertThat(tried("28062022", "2022-06-29T00:01:30")).as("whoever was typing").isEqualTo(new Answer.Right());
        assertThat(tried("28062022", "2022-06-29T00:02:00")).isEqualTo(new Answer.Wrong(2));
    }

    @Test
    void theDayIsThatOfTheStoreNotOfTheMachine() {
        Instant nightInTheStore = Instant.parse("2022-06-29T01:00:00Z");
        assertThat(tried("28062022", nightInTheStore)).isEqualTo(new Answer.Right());
        assertThat(tried("29062022", nightInTheStore)).isEqualTo(new Answer.Wrong(2));
    }

    @Test
    void aPauseFollowsEveryThirdWrongOneAndGrows() {
        Instant now = Instant.parse("2022-06-28T12:00:00Z");
        for (long minutes : new long[]{1, 2, 4, 8, 15, 15}) {
            assertThat(tried("x", now)).isInstanceOf(Answer.Wrong.class);
            assertThat(tried("x", now)).isEqualTo(new Answer.Wrong(1));
            Instant until = now.plus(Duration.ofMinutes(minutes));
            assertThat(tried("x", now)).isEqualTo(new Answer.Pause(until));
            assertThat(tried("28062022", until.minusSeconds(1))).as("even the right one").isEqualTo(
                    new Answer.Pause(until));
            now = until;
        }
        assertThat(tried("28062022", now)).isEqualTo(new Answer.Right());
        assertThat(tried("x", now)).as("forgiven").isEqualTo(new Answer.Wrong(2));
    }

    @Test
    void aClockThatWasSetBackDoesNotPauseForEver() {
        Instant now = Instant.parse("2030-06-28T12:00:00Z");
        tried("x", now);
        tried("x", now);
        assertThat(tried("x", now)).isInstanceOf(Answer.Pause.class);
        assertThat(tried("28062022", "2022-06-28T09:30")).isEqualTo(new Answer.Right());
    }

    @Test
    void anOwnPasswordTakesThePlaceOfTheDateAndGivesItBack() throws Exception {
        ClosePassword password = new ClosePassword(new Preferences(folder));
        assertThat(password.set("São João 7".toCharArray())).isTrue();
        assertThat(password.own()).isTrue();
        assertThat(tried("28062022", "2022-06-28T09:30")).isEqualTo(new Answer.Wrong(2));
        assertThat(tried("Sa\u0303o Joa\u0303o 7", "2022-06-28T09:30")).as("typed on another keyboard").isEqualTo(
                new Answer.Right());
        Path file = folder.resolve("desktop.properties");
        assertThat(Files.readString(file)).contains("argon2id").doesNotContain("Joã").doesNotContain("João");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        password.backToDate();
        assertThat(tried("28062022", "2022-06-28T09:30")).isEqualTo(new Answer.Right());
    }

    @Test
    void aDamagedLineLetsNobodyIn() throws Exception {
        for (String line : new String[]{"", "$argon2id$", "$argon2id$v=19$m=x,t=2,p=1$AAAA$AAAA",
                "$argon2id$v=19$m=999999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "$argon2id$v=19$m=8,t=1,p=1$AAAA$"}) {
            assertThat(new OwnPassword(line).matches(new char[0])).as(line).isFalse();
        }
    }
}
