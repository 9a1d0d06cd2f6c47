package br.com.dmbackup.destination.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptiblyTest {
    @Test
    void theWorkHasEndedWhenItsCallerIsToldOfTheInterruption() {
        Thread caller = Thread.currentThread();
        AtomicBoolean ended = new AtomicBoolean();

        assertThatExceptionOfType(BackupFault.class).isThrownBy(() -> Interruptibly.call("terminal", () -> {
            caller.interrupt();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // As a work that still tells its progress on the way out.
                for (int i = 0; i < 1000; i++) {
                    caller.interrupt();
                    Thread.onSpinWait();
                }
            }
            ended.set(true);
            return "";
        })).matches(fault -> fault.code() == FaultCode.CANCELLED);

        assertThat(ended).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }
}
