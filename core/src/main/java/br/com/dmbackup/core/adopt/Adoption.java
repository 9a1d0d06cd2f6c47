package br.com.dmbackup.core.adopt;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.archive.CheckDepth;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.core.catalog.Placement;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.ArchiveSource;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.core.installation.BackupCheck;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Placements;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.StatusText;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes in the archives of a folder. The caller holds the home's lock. */
public final class Adoption {
    private final Installation here;
    private final WorkListener listener;

    public Adoption(Installation here, WorkListener listener) {
        this.here = here;
        this.listener = listener;
    }

    /**
     * Verifies every foreign archive in the folder and keeps it as {@code adotado/…}. Archives in our own Backup folder
     * are given such a name; those elsewhere are copied and stay where they are.
     *
     * @throws BackupFault {@code NOTHING_TO_ADOPT} when the folder holds no archive of another program
     */
    public List<AdoptedArchive> adopt(Path folder) {
        here.tidy(listener);
        listener.status(StatusText.VERIFYING);
        boolean own = folder.toAbsolutePath().normalize().equals(here.home().backupFolder());
        List<AdoptedArchive> results = new ArrayList<>();
        try (Destination source = here.folders().apply(folder)) {
            for (StoredArchive stored : source.list()) {
                if (!own || here.layout().kindOf(stored.name()) != Kind.ADOPTED
                        || here.catalog().placement(Placement.LOCAL, stored.name()).isEmpty()) {
                    adopt(source, stored, own).ifPresent(results::add);
                }
            }
        }
        if (results.isEmpty()) {
            throw BackupFault.of(FaultCode.NOTHING_TO_ADOPT, folder);
        }
        long taken = results.stream().filter(result -> result.kept().isPresent()).count();
        listener.notice(Notice.of(NoticeCode.ADOPTED, taken));
        return results;
    }

    /** None for archives of our own. */
    private Optional<AdoptedArchive> adopt(Destination source, StoredArchive stored, boolean own) {
        long dumpBytes = 0;
        try {
            try (ArchiveReader reader = ArchiveReader.open(source.open(stored.name()), stored.name().value())) {
                if (reader.manifest().isPresent()) {
                    return Optional.empty();
                }
                dumpBytes = reader.dumpBytes();
                BackupCheck.requireSound(reader.check(CheckDepth.FULL, listener), stored.name().value());
            }
            ArchiveName kept = own ? renamed(stored) : copied(source, stored);
            return Optional.of(new AdoptedArchive(stored.name(), Optional.of(kept), dumpBytes, Optional.empty()));
        } catch (BackupFault fault) {
            if (fault.code() == FaultCode.CANCELLED) {
                throw fault;
            }
            return Optional.of(new AdoptedArchive(stored.name(), Optional.empty(), dumpBytes, Optional.of(fault)));
        }
    }

    private ArchiveName renamed(StoredArchive stored) {
        ArchiveName name = freeName(stored.modifiedAt());
        here.local().setAside(stored.name(), name);
        here.catalog().forget(Placement.LOCAL, stored.name());
        note(name);
        return name;
    }

    private ArchiveName copied(Destination source, StoredArchive stored) {
        Optional<ArchiveName> before = takenBefore(source, stored);
        if (before.isPresent()) {
            return before.get();
        }
        ArchiveName name = freeName(stored.modifiedAt());
        here.local().put(name, new Found(source, stored), BackupCheck.foreign(name.value()), listener);
        note(name);
        return name;
    }

    /** Adopting the same folder again takes nothing twice. */
    private Optional<ArchiveName> takenBefore(Destination source, StoredArchive stored) {
        return here.catalog().placementsAt(Placement.LOCAL).stream()
                .filter(placement -> placement.kind() == Kind.ADOPTED && placement.held()
                        && placement.sizeBytes() == stored.sizeBytes())
                .map(Placement::name)
                .filter(name -> SameBytes.in(source.open(stored.name()), here.local().open(name), stored.name()))
                .findFirst();
    }

    private void note(ArchiveName name) {
        Placement placement = new Placements(here).look(here.local(), Placement.LOCAL, name, Optional.empty());
        here.catalog().note(placement.verifiedAt(here.now()));
    }

    private ArchiveName freeName(Instant modifiedAt) {
        for (int number = 0;; number++) {
            ArchiveName name = here.layout().adopted(modifiedAt, here.zone(), number);
            if (here.catalog().placement(Placement.LOCAL, name).filter(held -> held.state() != State.GONE).isEmpty()) {
                return name;
            }
        }
    }

    private record Found(Destination place, StoredArchive stored) implements ArchiveSource {
        @Override
        public long sizeBytes() {
            return stored.sizeBytes();
        }

        @Override
        public Instant modifiedAt() {
            return stored.modifiedAt();
        }

        @Override
        public SeekableByteChannel open() {
            return place.open(stored.name());
        }
    }
}
