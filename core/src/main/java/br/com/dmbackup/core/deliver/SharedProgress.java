package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.backup.Progress;
import java.util.HashMap;
import java.util.Map;

/** Adds up the progress of deliveries that go on side by side. Thread-safe. */
final class SharedProgress {
    private final Progress whole;
    private final Map<String, Long> done = new HashMap<>();
    private final Map<String, Long> total = new HashMap<>();

    SharedProgress(Progress whole) {
        this.whole = whole;
    }

    Progress share(String name) {
        return (doneBytes, totalBytes) -> advanced(name, doneBytes, totalBytes);
    }

    private synchronized void advanced(String name, long doneBytes, long totalBytes) {
        done.put(name, doneBytes);
        total.put(name, totalBytes);
        whole.advanced(sum(done), sum(total));
    }

    private static long sum(Map<String, Long> shares) {
        return shares.values().stream().mapToLong(Long::longValue).sum();
    }
}
