package br.com.dmbackup.core.installation;

import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * This machine's monotonic clock. On Linux the system names its start, and its readings hold across processes; elsewhere
 * each process is its own start, so that runs of other processes are compared by the wall clock.
 */
public final class SystemMonotonicSource implements MonotonicSource {
    private static final Path LINUX_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final String bootId = bootId();

    @Override
    public MonotonicStamp now() {
        return new MonotonicStamp(bootId, System.nanoTime());
    }

    private static String bootId() {
        try {
            return Files.readString(LINUX_BOOT_ID).strip();
        } catch (IOException notLinux) {
            return UUID.randomUUID().toString();
        }
    }
}
