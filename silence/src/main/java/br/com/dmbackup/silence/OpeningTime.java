package br.com.dmbackup.silence;

import java.time.LocalDate;
import java.util.BitSet;

/** When a store is expected to be open. */
@FunctionalInterface
public interface OpeningTime {
    /** A day is seen in quarters of an hour. */
    int QUARTERS = 96;

    /** The quarters of a day in which the store is expected to be open, 0 being that after midnight. Not to be changed. */
    BitSet on(LocalDate day);
}
