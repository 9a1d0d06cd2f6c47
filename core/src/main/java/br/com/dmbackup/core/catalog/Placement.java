package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.protocol.Phrase;
import java.time.Instant;
import java.util.Optional;

/**
 * An archive at a place.
 *
 * @param place {@link #LOCAL} or a destination's name
 * @param name the archive's name there
 * @param backup the backup inside; none for an archive that DMBackup did not write
 * @param state whether it is there and right
 * @param verifiedAt when every block of it was last inflated and compared
 */
public record Placement(String place, ArchiveName name, Kind kind, Optional<BackupId> backup, long sizeBytes,
        Instant modifiedAt, State state, Optional<Instant> verifiedAt) {

    /** The place that is this machine's own {@code Backup} folder. */
    public static final String LOCAL = "local";

    /** The place as a person calls it: the server, or the destination's name. */
    public static Phrase spoken(String place) {
        return messages -> place.equals(LOCAL) ? messages.text("place.local") : place;
    }

    /** What an archive is there for. */
    public enum Kind {
        /** In the slot of its hour. */
        SLOT,
        /** A second name of the newest backup. */
        NEWEST,
        /** In the ring of suspicious backups. */
        SUSPICIOUS,
        /** Taken before a restore. */
        SAFETY,
        /** Was replaced in its slot at a backup terminal, which keeps it for a while. */
        KEPT,
        /** Found in place, made by another program. */
        ADOPTED
    }

    /** Whether an archive is there and right, as far as is known. */
    public enum State {
        HELD, DAMAGED, GONE
    }

    public static Placement found(String place, StoredArchive stored, Kind kind, Optional<BackupId> backup,
            State state) {
        return new Placement(place, stored.name(), kind, backup, stored.sizeBytes(), stored.modifiedAt(), state,
                Optional.empty());
    }

    /** Whether the file still looks as it was noted. */
    boolean stillAs(StoredArchive stored) {
        return sizeBytes == stored.sizeBytes()
                && modifiedAt.toEpochMilli() / 2000 == stored.modifiedAt().toEpochMilli() / 2000;
    }

    /** Whether both speak of the same file with the same backup inside, as far as its outside tells. */
    public boolean sameFileAs(Placement other) {
        return backup.equals(other.backup) && stillAs(new StoredArchive(name, other.sizeBytes, other.modifiedAt));
    }

    public boolean held() {
        return state == State.HELD;
    }

    public Placement verifiedAt(Instant when) {
        return new Placement(place, name, kind, backup, sizeBytes, modifiedAt, State.HELD, Optional.of(when));
    }

    public Placement in(State newState) {
        return new Placement(place, name, kind, backup, sizeBytes, modifiedAt, newState, verifiedAt);
    }
}
