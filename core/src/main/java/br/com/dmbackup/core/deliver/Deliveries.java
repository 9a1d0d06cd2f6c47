package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.OwedDelivery;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.policy.RetryPause;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.StatusText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the deliveries that are owed, to all destinations side by side. Needs no lock of the home, so that the next
 * hour's backup need not wait; a destination at which another process is delivering is left to that, which looks again
 * after each archive.
 */
public final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Installation here;
    private final WorkListener listener;
    private final DeliveryTurns turns;
    private final AtomicBoolean begun = new AtomicBoolean();

    public Deliveries(Installation here, WorkListener listener) {
        this(here, listener, new DeliveryTurns(here, "deliver"));
    }

    /** @param turns the caller's; each ends with its destination's deliveries */
    public Deliveries(Installation here, WorkListener listener, DeliveryTurns turns) {
        this.here = here;
        this.listener = listener;
        this.turns = turns;
    }

    /** Tries everything that is owed now. */
    public List<DeliveryResult> makeOwed() {
        return make(here.remotes());
    }

    /** Tries the destinations whose pause since the last failure is over, and those that have nothing owed yet. */
    public List<DeliveryResult> makeDue() {
        return make(here.remotes().stream().filter(this::due).toList());
    }

    private boolean due(Destination destination) {
        return here.catalog().owedTo(destination.name()).stream()
                .noneMatch(owed -> owed.nextAttemptAt().isAfter(here.now()));
    }

    private List<DeliveryResult> make(List<Destination> destinations) {
        if (destinations.isEmpty()) {
            return List.of();
        }
        SharedProgress progress = new SharedProgress(listener);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("deliver-", 0).factory())) {
            List<Future<DeliveryResult>> results = new ArrayList<>();
            for (Destination destination : destinations) {
                Progress share = progress.share(destination.name());
                results.add(threads.submit(() -> deliverTo(destination, share)));
            }
            return await(results, threads);
        }
    }

    private static List<DeliveryResult> await(List<Future<DeliveryResult>> results, ExecutorService threads) {
        List<DeliveryResult> ended = new ArrayList<>();
        try {
            for (Future<DeliveryResult> result : results) {
                ended.add(result.get());
            }
            return ended;
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw BackupFault.of(FaultCode.CANCELLED, "deliver").causedBy(e);
        } catch (ExecutionException e) {
            threads.shutdownNow();
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException defect -> throw defect;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Said once, when the first archive really travels. */
    private void copying() {
        if (begun.compareAndSet(false, true)) {
            listener.status(StatusText.COPYING);
        }
    }

    private DeliveryResult deliverTo(Destination destination, Progress progress) {
        Optional<BackupFault> refused = turns.refused(destination.name());
        if (refused.isPresent()) {
            return leftToAnother(destination, refused.get());
        }
        try {
            return deliverInTurn(destination, progress);
        } finally {
            turns.giveUp(destination.name());
        }
    }

    private DeliveryResult leftToAnother(Destination destination, BackupFault refused) {
        Owing.oweMissing(here, destination.name());
        int owed = here.catalog().owedTo(destination.name()).size();
        Phrase why = refused::text;
        Optional<BackupFault> fault = owed == 0
                ? Optional.empty()
                : Optional.of(BackupFault.of(FaultCode.DELIVERY_OWED, destination.name(), why).causedBy(refused));
        return new DeliveryResult(destination.name(), 0, owed, fault);
    }

    private DeliveryResult deliverInTurn(Destination destination, Progress progress) {
        int made = 0;
        Optional<BackupFault> fault = Optional.empty();
        Delivery delivery = new Delivery(here, destination, listener);
        try {
            delivery.seeWhatIsThere();
            Set<BackupId> tried = new HashSet<>();
            for (Optional<OwedDelivery> next = next(destination, tried); next.isPresent(); next = next(destination,
                    tried)) {
                copying();
                tried.add(next.get().backup().id());
                if (delivery.make(next.get(), progress)) {
                    made++;
                }
            }
        } catch (BackupFault failed) {
            LOG.warn("delivery to {} failed", destination.name(), failed);
            fault = Optional.of(failed);
            postpone(destination, failed);
        }
        int stillOwed = here.catalog().owedTo(destination.name()).size();
        if (made > 1) {
            listener.notice(Notice.of(NoticeCode.OWED_DELIVERIES_MADE, destination.name(), made));
        }
        return new DeliveryResult(destination.name(), made, stillOwed, fault.or(delivery::sourceFault));
    }

    /** Asked anew each time: a backup that was made meanwhile is the newest, and comes first. */
    private Optional<OwedDelivery> next(Destination destination, Set<BackupId> tried) {
        return here.catalog().owedTo(destination.name()).stream()
                .filter(owed -> !tried.contains(owed.backup().id())).findFirst();
    }

    /** Nothing can be told of a destination that fails: whatever it lacked is owed from now on. */
    private void postpone(Destination destination, BackupFault failed) {
        if (failed.code().kind() == FaultKind.INTERNAL) {
            throw failed;
        }
        Owing.oweMissing(here, destination.name());
        for (OwedDelivery owed : here.catalog().owedTo(destination.name())) {
            here.catalog().attemptFailed(owed.backup().id(), destination.name(), failed.code(),
                    here.now().plus(RetryPause.after(owed.attempts() + 1)));
        }
    }
}
