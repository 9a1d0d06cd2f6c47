package br.com.dmbackup.terminal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.silence.ClosedDays;
import br.com.dmbackup.terminal.life.TerminalSettings.Expects;
import br.com.dmbackup.terminal.receiver.Receiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalLifeTest {
    @TempDir
    Path root;

    private TerminalHome home() {
        return new TerminalHome(root);
    }

    private TerminalLife open() {
        if (!home().isSetUp()) {
            TerminalSettings.write(home(), "balcao", root.resolve("MCBkp"), 24877, Messages.in(Language.PT_BR));
        }
        TerminalSettings settings = new TerminalSettings(Language.PT_BR, "balcao", root.resolve("MCBkp"), 0, false,
                ZoneId.of("America/Sao_Paulo"), Expects.BACKUP);
        return TerminalLife.open(home(), settings, new Hours(Optional.empty(), ClosedDays.NONE), Alarms.NONE,
                new TerminalLife.Machine(InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")),
                        () -> new MonotonicStamp("boot", System.nanoTime()), Duration.ofMillis(50),
                        Receiver.Bounds.USUAL, "test"));
    }

    @Test
    void whoMayReadTheTokenIsAnswered() {
        DoorBell bell = new DoorBell(home());
        assertThat(bell.answers()).isFalse();
        try (TerminalLife life = open()) {
            assertThat(bell.status().path("port").asInt(0)).isEqualTo(life.port());
            assertThat(bell.status().path("light").asString("")).isEqualTo("green");
            assertThat(bell.invitation().path("state").asString("")).isEqualTo("none");
            assertThat(bell.invite(false).path("code").asString("")).matches("[A-Z0-9]{5}-[A-Z0-9]{5}");
            assertThat(bell.invitation().path("state").asString("")).isEqualTo("open");
            assertFault(FaultCode.TERMINAL_SERVER_UNKNOWN, () -> bell.unpair("ninguém"));
        }
        assertFault(FaultCode.TERMINAL_NOT_RUNNING, bell::status);
    }

    @Test
    void tokensAreForTheirOwnerAlone() throws Exception {
        try (TerminalLife life = open()) {
            assertThat(life.lonely()).isTrue();
            Path door = home().doorFolder();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door))).isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door.resolve("admin.token"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anotherProgramAtAPortIsShownNoToken() throws Exception {
        try (TerminalLife life = open()) {
            assertThat(life.port()).isPositive();
            Path token = home().doorFolder().resolve("admin.token");
            Files.writeString(token, "somebody-elses-token\n");

            assertFault(FaultCode.TERMINAL_NOT_RUNNING, new DoorBell(home())::status);
        }
    }

    @Test
    void thereIsOneTerminalForAFolder() {
        try (TerminalLife life = open()) {
            assertThat(life.lonely()).isTrue();
            assertThatThrownBy(this::open).isInstanceOf(BackupFault.class);
        }
        try (TerminalLife again = open()) {
            assertThat(again.lonely()).isTrue();
        }
    }

    @Test
    void withoutSettingsThereIsNoTerminal() {
        assertFault(FaultCode.TERMINAL_NOT_SET_UP, () -> home().requireSetUp());
    }

    private static void assertFault(FaultCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
