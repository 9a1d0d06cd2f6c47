package br.com.dmbackup.testkit.destination;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveCheck;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A real destination with something wrong with it. {@link #misbehave} says what, from the next call on; {@link #behave}
 * ends it. Wrong bytes reach the real place past its own check, as on a disk that takes everything and keeps something
 * else: what the caller's check then reads is what stands there.
 */
public final class FaultyDestination implements Destination {
    private final Destination real;
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Misbehaviour misbehaviour = new Misbehaviour.None();

    public FaultyDestination(Destination real) {
        this.real = real;
    }

    public void misbehave(Misbehaviour how) {
        misbehaviour = how;
    }

    public void behave() {
        misbehaviour = new Misbehaviour.None();
    }

    /** Waits until a call hangs. */
    public void awaitHanging() throws InterruptedException {
        hanging.await();
    }

    /** Lets every hanging call go on, now and later. */
    public void release() {
        released.countDown();
    }

    @Override
    public void put(ArchiveName name, ArchiveSource source, ArchiveCheck check, Progress progress) {
        switch (misbehaviour) {
            case Misbehaviour.None none -> real.put(name, source, check, progress);
            case Misbehaviour.Away away -> throw away();
            case Misbehaviour.Fails fails -> throw BackupFault.of(fails.code(), name(), "on demand", 0L);
            case Misbehaviour.Hangs hangs -> {
                hang(name);
                real.put(name, source, check, progress);
            }
            case Misbehaviour.FillsUp full ->
                real.put(name, new AlteredArchive.Limited(source, full.afterBytes(), name()), check, progress);
            case Misbehaviour.Truncates cut -> real.put(name, new AlteredArchive.Truncated(source, cut.toBytes()),
                    check, progress);
            case Misbehaviour.FlipsBit flip -> real.put(name, new AlteredArchive.Flipped(source, flip.atByte()), check,
                    progress);
            case Misbehaviour.Lies lies -> {
                if (lies.storesOtherBytes()) {
                    real.put(name, new AlteredArchive.Flipped(source, source.sizeBytes() / 2), bytes -> {}, progress);
                }
                progress.advanced(source.sizeBytes(), source.sizeBytes());
            }
        }
    }

    private void hang(ArchiveName name) {
        hanging.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BackupFault.of(FaultCode.CANCELLED, name() + ": " + name).causedBy(e);
        }
    }

    private BackupFault away() {
        return BackupFault.of(FaultCode.DESTINATION_MISSING, name(), location());
    }

    private <T> T unlessAway(Supplier<T> work) {
        return switch (misbehaviour) {
            case Misbehaviour.Away away -> throw away();
            case Misbehaviour.Fails fails -> throw BackupFault.of(fails.code(), name(), "on demand", 0L);
            default -> work.get();
        };
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public String location() {
        return real.location();
    }

    @Override
    public boolean replacesAtomically() {
        return unlessAway(real::replacesAtomically);
    }

    @Override
    public Optional<Space> space() {
        return unlessAway(real::space);
    }

    @Override
    public List<StoredArchive> list() {
        return unlessAway(real::list);
    }

    @Override
    public SeekableByteChannel open(ArchiveName name) {
        return unlessAway(() -> real.open(name));
    }

    @Override
    public void alias(ArchiveName original, ArchiveName alias) {
        unlessAway(() -> {
            real.alias(original, alias);
            return alias;
        });
    }

    @Override
    public void setAside(ArchiveName name, ArchiveName newName) {
        unlessAway(() -> {
            real.setAside(name, newName);
            return newName;
        });
    }

    @Override
    public boolean remove(ArchiveName name) {
        return unlessAway(() -> real.remove(name));
    }

    @Override
    public int sweep() {
        return unlessAway(real::sweep);
    }

    @Override
    public void close() {
        real.close();
    }
}
