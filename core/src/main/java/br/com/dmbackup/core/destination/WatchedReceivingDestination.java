package br.com.dmbackup.core.destination;

import br.com.dmbackup.core.backup.Progress;
import java.time.Duration;
import java.util.List;

/** A watched destination that checks for itself. */
final class WatchedReceivingDestination extends WatchedDestination implements ReceivingDestination {
    private final ReceivingDestination inner;

    WatchedReceivingDestination(ReceivingDestination inner, Duration silence) {
        super(inner, silence);
        this.inner = inner;
    }

    @Override
    public Received receive(ArchiveName name, ArchiveSource source, Progress progress) {
        Watch watch = watch();
        return watch.ask(() -> inner.receive(name, source, (done, total) -> {
            watch.alive();
            progress.advanced(done, total);
        }));
    }

    @Override
    public List<Known> known() {
        return watch().ask(inner::known);
    }
}
