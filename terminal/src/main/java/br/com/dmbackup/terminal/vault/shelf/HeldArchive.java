package br.com.dmbackup.terminal.vault.shelf;

import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.terminal.vault.protection.Aged;
import java.time.Instant;
import java.util.Optional;

/**
 * An archive of this server that counts: in a slot, in the ring, or replaced and kept.
 *
 * @param number in the order in which archives were met; its own as long as this process lives
 * @param contents none when its index or manifest is damaged
 * @param acceptedAt minute of running time
 * @param replacedAt minute of running time; {@link Aged#NOT_YET} in a slot and in the ring
 * @param madeHere whether its index is one that this terminal wrote and proved
 * @param damaged whether something in it was found not to be right
 */
public record HeldArchive(int number, Place place, ArchiveName name, long sizeBytes, Instant modifiedAt,
        Optional<Contents> contents, long acceptedAt, long replacedAt, boolean madeHere, boolean damaged)
        implements
            Comparable<HeldArchive> {

    /** Where it stands. */
    public enum Place {
        SLOT, RING, KEPT
    }

    /** Whether it counts as a good backup. */
    public boolean good() {
        return place != Place.RING && !damaged;
    }

    HeldArchive numbered(int newNumber) {
        return new HeldArchive(newNumber, place, name, sizeBytes, modifiedAt, contents, acceptedAt, replacedAt,
                madeHere, damaged);
    }

    HeldArchive keptAs(ArchiveName newName, long minute) {
        return new HeldArchive(number, Place.KEPT, newName, sizeBytes, modifiedAt, contents, acceptedAt, minute,
                madeHere, damaged);
    }

    HeldArchive acceptedAs(ArchiveName newName, long minute) {
        return new HeldArchive(number, Place.SLOT, newName, sizeBytes, modifiedAt, contents, minute, Aged.NOT_YET,
                madeHere, damaged);
    }

    HeldArchive foundDamaged() {
        return new HeldArchive(number, place, name, sizeBytes, modifiedAt, contents, acceptedAt, replacedAt, madeHere,
                true);
    }

    public Aged<HeldArchive> aged() {
        return new Aged<>(this, acceptedAt, replacedAt, good());
    }

    /** By the time of acceptance; those of one minute in the order in which they came. */
    @Override
    public int compareTo(HeldArchive other) {
        int accepted = Long.compare(acceptedAt, other.acceptedAt);
        return accepted != 0 ? accepted : Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldArchive held && held.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
