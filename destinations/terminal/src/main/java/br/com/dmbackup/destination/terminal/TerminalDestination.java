package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.archive.EncodedArchive;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.destination.ArchiveCheck;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.ReceivingDestination;
import br.com.dmbackup.core.destination.Space;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.link.wire.ArchiveLine;
import br.com.dmbackup.link.wire.KeptSettings;
import br.com.dmbackup.link.wire.Listing;
import br.com.dmbackup.link.wire.Reading;
import br.com.dmbackup.link.wire.Room;
import br.com.dmbackup.link.wire.Sha256Hash;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A backup terminal that this server is paired with. Each call has a connection of its own. */
public final class TerminalDestination implements ReceivingDestination {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalDestination.class);
    /** A line that breaks is dialled anew so often within one copy. */
    private static final int TRIALS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final TerminalSettings settings;
    private final Dialler dialler;
    private final Clock clock;
    private final Waiting waiting;

    TerminalDestination(TerminalSettings settings, String programVersion, Clock clock, Waiting waiting) {
        this.settings = settings;
        this.dialler = new Dialler(settings, programVersion);
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String location() {
        return settings.address();
    }

    @Override
    public boolean replacesAtomically() {
        return asked(line -> true);
    }

    @Override
    public Optional<Space> space() {
        Room.Is room = room();
        return Optional.of(new Space(room.freeBytes(), room.totalBytes()));
    }

    Room.Is room() {
        return asked(line -> line.ask(new Room.Ask(), Room.Is.class));
    }

    @Override
    public void put(ArchiveName name, ArchiveSource source, ArchiveCheck check, Progress progress) {
        var _ = receive(name, source, progress);
    }

    @Override
    public Received receive(ArchiveName name, ArchiveSource source, Progress progress) {
        requireHour();
        return called(() -> {
            for (int trial = 1;; trial++) {
                try {
                    return attempt(name, source, progress);
                } catch (BackupFault fault) {
                    if (trial == TRIALS || !LinkTroubles.mayPass(fault)
                            || (trial == 1 && fault.code() == FaultCode.DESTINATION_MISSING)) {
                        throw fault;
                    }
                    waiting.await(PAUSE.multipliedBy(trial));
                }
            }
        });
    }

    private Received attempt(ArchiveName name, ArchiveSource source, Progress progress) throws InterruptedException {
        try (TerminalLine line = dialler.dial("", "")) {
            requireRoom(source, line);
            try (EncodedArchive archive = EncodedArchive.open(source.open(), name.value())) {
                ArchiveLine made = new Sending(line, archive, new UploadLimit(settings.bytesPerSecond(), waiting),
                        progress, source.sizeBytes()).make(name, source.modifiedAt());
                leaveSettings(line);
                return new Received(new ArchiveName(made.name()),
                        made.backupId().map(BackupId::new).orElseThrow(() -> lied(name)),
                        made.dumpDigest().map(Sha256Hash::toString).orElseThrow(() -> lied(name)));
            }
        }
    }

    /** Beside the backups, for the machine that will replace this one. A backup that is there is not undone by them. */
    private void leaveSettings(TerminalLine line) {
        try {
            Optional<byte[]> sealed = TravellingSettings.of(settings.home()).map(TravellingSettings::bytes);
            if (sealed.isPresent()) {
                var _ = line.ask(new KeptSettings.Keep(ByteBuffer.wrap(sealed.get())),
                        KeptSettings.Kept.class);
            }
        } catch (BackupFault | IOException nextTime) {
            LOG.warn("the settings could not be left at {}", settings.name(), nextTime);
        }
    }

    private BackupFault lied(ArchiveName name) {
        return BackupFault.of(FaultCode.DESTINATION_LIED, settings.name(), name.value());
    }

    /** What stands there is kept, so there must be room for the whole of the new one. */
    private void requireRoom(ArchiveSource source, TerminalLine line) {
        long free = line.welcome().freeBytes();
        if (source.sizeBytes() > free) {
            throw BackupFault.of(FaultCode.DESTINATION_FULL, settings.name(), source.sizeBytes(), free);
        }
    }

    private void requireHour() {
        LocalTime now = LocalTime.now(clock);
        settings.hours().filter(hours -> !hours.contain(now)).ifPresent(hours -> {
            throw BackupFault.of(FaultCode.DESTINATION_NOT_NOW, settings.name(), hours.toString());
        });
    }

    @Override
    public List<StoredArchive> list() {
        return known().stream().map(Known::archive).toList();
    }

    @Override
    public List<Known> known() {
        return asked(line -> {
            List<Known> known = new ArrayList<>();
            Listing.Archives part = line.ask(new Listing.Ask(), Listing.Archives.class);
            part.lines().forEach(each -> known.add(known(each)));
            while (!part.last()) {
                part = line.frames().receive(Listing.Archives.class);
                part.lines().forEach(each -> known.add(known(each)));
            }
            return List.copyOf(known);
        });
    }

    private static Known known(ArchiveLine line) {
        return new Known(
                new StoredArchive(new ArchiveName(line.name()), line.sizeBytes(),
                        Instant.ofEpochMilli(line.modifiedMillis())),
                line.backupId().map(BackupId::new), line.dumpDigest().map(Sha256Hash::toString));
    }

    @Override
    public SeekableByteChannel open(ArchiveName name) {
        return called(() -> new RemoteArchive(new RemoteArchive.Dialling() {
            @Override
            public TerminalLine dial() {
                return dialler.dial("", "");
            }

            @Override
            public Reading.Opened open(TerminalLine line) {
                return line.ask(new Reading.Open(name.value()), Reading.Opened.class);
            }
        }));
    }

    /** Kept by the terminal itself, which knows its newest. */
    @Override
    public void alias(ArchiveName original, ArchiveName alias) {
        requireThere(original);
    }

    @Override
    public void setAside(ArchiveName name, ArchiveName newName) {
        requireThere(name);
        throw BackupFault.of(FaultCode.DESTINATION_ADD_ONLY, settings.name());
    }

    @Override
    public boolean remove(ArchiveName name) {
        if (known().stream().noneMatch(known -> known.archive().name().equals(name))) {
            return false;
        }
        throw BackupFault.of(FaultCode.DESTINATION_ADD_ONLY, settings.name());
    }

    private void requireThere(ArchiveName name) {
        if (known().stream().noneMatch(known -> known.archive().name().equals(name))) {
            throw BackupFault.of(FaultCode.ARCHIVE_MISSING, name.value());
        }
    }

    /** The terminal clears up for itself. */
    @Override
    public int sweep() {
        return asked(line -> 0);
    }

    /** The sealed settings that were left there last; none where there are none. */
    public Optional<byte[]> keptSettings() {
        ByteBuffer sealed = asked(line -> line.ask(new KeptSettings.Ask(), KeptSettings.Are.class)).sealed();
        byte[] bytes = new byte[sealed.remaining()];
        sealed.get(bytes);
        return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    }

    private <T> T asked(Function<TerminalLine, T> question) {
        return called(() -> {
            try (TerminalLine line = dialler.dial("", "")) {
                return question.apply(line);
            }
        });
    }

    private <T> T called(Callable<T> work) {
        try {
            return Interruptibly.call(settings.name(), work);
        } catch (BackupFault fault) {
            throw LinkTroubles.told(settings.name(), fault);
        }
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
