package br.com.dmbackup.core.destination;

import java.nio.file.Path;
import java.time.Duration;

/** A watched destination in whose folder archives can be written. The writing itself is the writer's to watch. */
final class WatchedStagingDestination extends WatchedDestination implements StagingDestination {
    private final StagingDestination inner;

    WatchedStagingDestination(StagingDestination inner, Duration silence) {
        super(inner, silence);
        this.inner = inner;
    }

    @Override
    public Staging stage(ArchiveName name, long expectedBytes) {
        Staging staging = watch().ask(() -> inner.stage(name, expectedBytes));
        return new Staging() {
            @Override
            public Path file() {
                return staging.file();
            }

            @Override
            public void commit(ArchiveCheck check) {
                Watch watch = watch();
                watch.run(() -> staging.commit(signalling(check, watch)));
            }

            @Override
            public void commitAs(ArchiveName other, ArchiveCheck check) {
                Watch watch = watch();
                watch.run(() -> staging.commitAs(other, signalling(check, watch)));
            }

            @Override
            public void close() {
                watch().run(staging::close);
            }
        };
    }
}
