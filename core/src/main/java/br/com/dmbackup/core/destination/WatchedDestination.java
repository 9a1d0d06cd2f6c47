package br.com.dmbackup.core.destination;

import br.com.dmbackup.core.backup.Progress;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A destination whose calls cannot hang: one that gives no sign of life for the given time ends with
 * {@code DESTINATION_SILENT}. Bytes put and bytes read are signs of life.
 */
public class WatchedDestination implements Destination {
    private static final int COPY_PATIENCE = 20;

    private final Destination inner;
    private final Duration silence;

    WatchedDestination(Destination inner, Duration silence) {
        this.inner = inner;
        this.silence = silence;
    }

    /** Watches a destination, keeping what it can do. */
    public static Destination around(Destination inner, Duration silence) {
        return switch (inner) {
            case StagingDestination staging -> new WatchedStagingDestination(staging, silence);
            case ReceivingDestination receiving -> new WatchedReceivingDestination(receiving, silence);
            default -> new WatchedDestination(inner, silence);
        };
    }

    final Watch watch() {
        return new Watch(inner.name(), silence);
    }

    private <T> T ask(Supplier<T> call) {
        return watch().ask(call);
    }

    /** The check with a sign of life at each read, so that a slow reading back is not taken for silence. */
    static ArchiveCheck signalling(ArchiveCheck check, Watch watch) {
        return bytes -> check.check(new SignallingChannel(bytes, watch));
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public String location() {
        return inner.location();
    }

    @Override
    public boolean replacesAtomically() {
        return ask(inner::replacesAtomically);
    }

    @Override
    public Optional<Space> space() {
        return ask(inner::space);
    }

    @Override
    public void put(ArchiveName name, ArchiveSource source, ArchiveCheck check, Progress progress) {
        Watch watch = watch();
        watch.run(() -> inner.put(name, source, signalling(check, watch), (done, total) -> {
            watch.alive();
            progress.advanced(done, total);
        }));
    }

    @Override
    public List<StoredArchive> list() {
        return ask(inner::list);
    }

    @Override
    public SeekableByteChannel open(ArchiveName name) {
        return new WatchedChannel(ask(() -> inner.open(name)), watch());
    }

    @Override
    public void alias(ArchiveName original, ArchiveName alias) {
        // Where there are no links it copies and reads back the whole archive, without a sign.
        new Watch(inner.name(), silence.multipliedBy(COPY_PATIENCE)).run(() -> inner.alias(original, alias));
    }

    @Override
    public void setAside(ArchiveName name, ArchiveName newName) {
        watch().run(() -> inner.setAside(name, newName));
    }

    @Override
    public boolean remove(ArchiveName name) {
        return ask(() -> inner.remove(name));
    }

    @Override
    public int sweep() {
        return ask(inner::sweep);
    }

    @Override
    public void close() {
        watch().run(inner::close);
    }
}
