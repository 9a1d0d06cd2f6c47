package br.com.dmbackup.agent.hub;

import br.com.dmbackup.agent.net.SecureCall;
import br.com.dmbackup.agent.registry.Refused;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.hub.HubPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what waits to the hub, on a thread of its own and by one line that stays open. After a failure it lets some minutes
 * pass, each time more; what the hub will never understand is let go. Thread-safe.
 */
final class HubPost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubPost.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(50), Duration.ofMinutes(2),
            Duration.ofMinutes(5), Duration.ofMinutes(10));
    private static final int OK = 200;
    private static final int NOT_UNDERSTOOD = 400;
    private static final int TOO_LARGE = 413;

    private final ReportQueue queue;
    private final MonotonicSource monotonic;
    private final Thread thread;
    private @Nullable HubAccess access;
    private @Nullable SecureCall line;
    private boolean called;
    private boolean busy;
    private boolean ended;
    private int failures;
    private Optional<MonotonicStamp> failed = Optional.empty();

    HubPost(ReportQueue queue, MonotonicSource monotonic) {
        this.queue = queue;
        this.monotonic = monotonic;
        this.thread = Thread.ofPlatform().daemon().name("hub").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Where to, from now on; none where the store is not enrolled (any more). */
    synchronized void access(Optional<HubAccess> now) {
        HubAccess known = access;
        if (now.isPresent() && known != null && now.get().same(known)) {
            return;
        }
        access = now.orElse(null);
        SecureCall open = line;
        if (open != null) {
            open.close();
        }
        line = now.map(place -> place.call(PATIENCE)).orElse(null);
        failures = 0;
        failed = Optional.empty();
        notifyAll();
    }

    synchronized boolean knowsTheWay() {
        return access != null;
    }

    /** Something waits. */
    synchronized void call() {
        called = true;
        notifyAll();
    }

    /** Waits until nothing waits any more, or a try has failed; three seconds at most. */
    synchronized void farewell() throws InterruptedException {
        failed = Optional.empty();
        call();
        long end = System.nanoTime() + FAREWELL.toNanos();
        while ((called || busy) && !ended) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private void run() {
        try {
            while (awaitWork()) {
                boolean well = bring();
                rested(well);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (!ended && !(called && access != null && !pausing())) {
            if (called && access != null) {
                // Whoever calls next finds out whether the pause is over.
                called = false;
                notifyAll();
            }
            wait();
        }
        busy = !ended;
        called = false;
        return !ended;
    }

    private boolean pausing() {
        return failed.filter(since -> monotonic.now().since(since).orElse(Duration.ofDays(1))
                .compareTo(PAUSES.get(Math.clamp(failures - 1L, 0, PAUSES.size() - 1))) < 0).isPresent();
    }

    private synchronized void rested(boolean well) {
        busy = false;
        failures = well ? 0 : failures + 1;
        failed = well ? Optional.empty() : Optional.of(monotonic.now());
        notifyAll();
    }

    /** @return false where the hub took nothing, or not all */
    private boolean bring() throws InterruptedException {
        for (List<WaitingReport> next = queue.next(); !next.isEmpty(); next = queue.next()) {
            try {
                if (!send(next)) {
                    return true;
                }
                queue.done(next);
            } catch (BackupFault fault) {
                LOG.info("the hub did not take {} reports: {}", queue.size(), fault.code());
                queue.keep();
                return false;
            }
        }
        return true;
    }

    /** @return false where the store is enrolled no more */
    private boolean send(List<WaitingReport> reports) throws InterruptedException {
        HubAccess to;
        SecureCall by;
        synchronized (this) {
            to = access;
            by = line;
        }
        if (to == null || by == null) {
            return false;
        }
        SecureCall.Answer answer = by.ask(by.to(HubPath.reports(to.store()), to.credential())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(batch(reports))));
        if (answer.status() == NOT_UNDERSTOOD || answer.status() == TOO_LARGE) {
            LOG.warn("the hub does not understand {} reports; they are let go", reports.size());
        } else if (answer.status() != OK) {
            throw Refused.fault(answer.status(), by.host(), to.store());
        } else if (!answer.body().contains("\"upTo\"")) {
            throw BackupFault.of(FaultCode.REGISTRY_ODD, by.host());
        }
        return true;
    }

    /** A {@link br.com.dmbackup.protocol.hub.ReportBatch}. */
    private static String batch(List<WaitingReport> reports) {
        return reports.stream().map(WaitingReport::json).collect(Collectors.joining(",",
                "{\"stream\":\"" + reports.getFirst().stream() + "\",\"reports\":[", "]}"));
    }

    @Override
    public void close() {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        access(Optional.empty());
        thread.interrupt();
    }
}
