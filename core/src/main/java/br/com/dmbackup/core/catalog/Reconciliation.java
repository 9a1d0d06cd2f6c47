package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.archive.ArchiveReader;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.ReceivingDestination;
import br.com.dmbackup.core.destination.ReceivingDestination.Known;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.FaultKind;
import br.com.dmbackup.protocol.NoticeCode;
import br.com.dmbackup.protocol.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what the catalog believes of a place with what stands there, and makes the catalog right. Files that look as
 * they were noted (length and time) are not opened; others are, and their manifest is read.
 */
public final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Catalog catalog;
    private final PlaceLayout layout;

    public Reconciliation(Catalog catalog, PlaceLayout layout) {
        this.catalog = catalog;
        this.layout = layout;
    }

    /**
     * Makes the catalog right about one place.
     *
     * @param place {@link Placement#LOCAL} or the destination's name
     * @return what a person should know of: archives that are gone, damaged, or not ours
     */
    public List<Notice> reconcile(String place, Destination destination) {
        Map<ArchiveName, Placement> believed = new HashMap<>();
        catalog.placementsAt(place).forEach(placement -> believed.put(placement.name(), placement));
        List<Notice> notices = new ArrayList<>();
        for (Known known : known(destination)) {
            StoredArchive stored = known.archive();
            Placement before = believed.remove(stored.name());
            if (before == null || before.state() == State.GONE || !before.stillAs(stored)
                    || (known.backup().isPresent() && !known.backup().equals(before.backup()))) {
                if (known.backup().flatMap(catalog::backup).isPresent()) {
                    catalog.note(Placement.found(place, stored, layout.kindOf(stored.name()), known.backup(),
                            State.HELD));
                } else {
                    look(place, destination, stored, before, notices);
                }
            }
        }
        for (Placement missing : believed.values()) {
            if (missing.state() != State.GONE) {
                miss(missing, notices);
            }
        }
        return notices;
    }

    /** A receiver has read its archives itself; to read what is known already through a connection would cost an hour's bytes. */
    private static List<Known> known(Destination destination) {
        return destination instanceof ReceivingDestination receiver
                ? receiver.known()
                : destination.list().stream().map(stored -> new Known(stored, Optional.empty(), Optional.empty()))
                        .toList();
    }

    private void look(String place, Destination destination, StoredArchive stored, @Nullable Placement before,
            List<Notice> notices) {
        Kind kind = layout.kindOf(stored.name());
        try (ArchiveReader reader = ArchiveReader.open(destination.open(stored.name()), stored.name().value())) {
            Optional<Manifest> manifest = reader.manifest();
            if (reader.ours() && manifest.isEmpty()) {
                throw BackupFault.of(FaultCode.ARCHIVE_DAMAGED, stored.name(), Phrase.of("why.no_manifest"));
            }
            Kind found = kind;
            manifest.ifPresent(said -> note(said, found));
            Optional<BackupId> backup = manifest.map(Manifest::backup);
            if (backup.isEmpty() && kind != Kind.ADOPTED) {
                kind = Kind.ADOPTED;
                notices.add(Notice.of(NoticeCode.FOREIGN_FILE, Placement.spoken(place), stored.name().value()));
            }
            catalog.note(Placement.found(place, stored, kind, backup, State.HELD));
        } catch (BackupFault fault) {
            if (fault.code().kind() != FaultKind.INTEGRITY && fault.code().kind() != FaultKind.USER) {
                throw fault;
            }
            LOG.warn("{} {}: {}", place, stored.name(), fault.getMessage());
            catalog.note(Placement.found(place, stored, unreadable(kind, before, fault), Optional.empty(),
                    State.DAMAGED));
            notices.add(Notice.of(NoticeCode.ARCHIVE_FOUND_DAMAGED, Placement.spoken(place), stored.name().value()));
        }
    }

    /** A backup in a slot may be trusted; of one in the ring only the reason is lost, should the catalog be. */
    private void note(Manifest manifest, Kind kind) {
        catalog.note(CatalogedBackup.of(manifest));
        if (manifest.purpose() == Purpose.SLOT && kind == Kind.SLOT) {
            catalog.measured(manifest.backup(), DumpMeasure.of(manifest), Optional.empty());
            catalog.trusted(manifest.backup());
        } else if (manifest.purpose() == Purpose.SLOT && kind == Kind.SUSPICIOUS) {
            catalog.measured(manifest.backup(), DumpMeasure.of(manifest), Optional.of(""));
        }
    }

    /**
     * A file that cannot be read as an archive is damaged only where one of ours stood, or bears our marks; an encrypted
     * ZIP, or one of several files, is another program's and must not be overwritten.
     */
    private static Kind unreadable(Kind kind, @Nullable Placement before, BackupFault fault) {
        return switch (fault.code()) {
            case ARCHIVE_WITHOUT_ONE_DUMP, ARCHIVE_UNSUPPORTED, ARCHIVE_BOMB ->
                before != null && before.backup().isPresent() ? kind : Kind.ADOPTED;
            default -> kind;
        };
    }

    private void miss(Placement missing, List<Notice> notices) {
        if (missing.kind() == Kind.SLOT) {
            catalog.note(missing.in(State.GONE));
            notices.add(Notice.of(NoticeCode.ARCHIVE_GONE, Placement.spoken(missing.place()), missing.name().value()));
        } else {
            catalog.forget(missing.place(), missing.name());
        }
    }
}
