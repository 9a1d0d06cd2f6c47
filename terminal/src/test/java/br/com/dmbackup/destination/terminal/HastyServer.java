package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.destination.ReceivingDestination;
import br.com.dmbackup.link.tls.Pin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The product's own destination, which waits for nothing between two trials. */
public final class HastyServer {
    private HastyServer() {}

    /** @param givesUp whether it does without a further trial */
    public static ReceivingDestination at(String address, Pin terminal, Path home, BooleanSupplier givesUp) {
        return new TerminalDestination(
                new TerminalSettings("terminal", address, terminal, home, 0, Optional.empty()), "test",
                Clock.systemUTC(), new Waiting() {
                    @Override
                    public long nanos() {
                        return System.nanoTime();
                    }

                    @Override
                    public void await(Duration time) throws InterruptedException {
                        if (givesUp.getAsBoolean()) {
                            throw new InterruptedException();
                        }
                    }
                });
    }
}
