package br.com.dmbackup.core.disk;

import java.nio.file.Path;

/** Whether anybody has a file open. Linux gives a write lease ({@code F_SETLEASE}) only to whoever is alone with it. */
final class Readers {
    private static final int SET_SIGNAL = 10;
    private static final int SET_LEASE = 1024;
    private static final int WRITE_LEASE = 1;
    /** Whoever opened the file meanwhile would be announced by SIGIO, which ends a process; this one is ignored. */
    private static final int SIGNAL_URGENT_DATA = 23;

    private Readers() {}

    /** True only where the system says so; the file must be our own. */
    static boolean noneOf(Path file) {
        return SystemCalls.HERE.filter(calls -> {
            int descriptor = calls.open(file);
            try {
                return descriptor >= 0 && calls.control(descriptor, SET_SIGNAL, SIGNAL_URGENT_DATA)
                        && calls.control(descriptor, SET_LEASE, WRITE_LEASE);
            } finally {
                // Closing gives the lease back.
                calls.close(descriptor);
            }
        }).isPresent();
    }
}
