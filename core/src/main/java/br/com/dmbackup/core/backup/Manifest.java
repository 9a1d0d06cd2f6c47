package br.com.dmbackup.core.backup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup says of itself, written into its archive as JSON; the format is in {@code docs/format/archive.md}.
 *
 * @param backup the backup's id
 * @param purpose why it was made
 * @param store whose it is, where the settings say so
 * @param engine the engine's word for itself, such as {@code sqlite}
 * @param engineVersion the version of the database program
 * @param database the database's name, such as {@code MCDados}
 * @param programVersion version of the DMBackup that made it
 * @param startedAt start of the run; its hour in {@code zone} is the slot
 * @param endedAt when the engine said that the dump was whole
 * @param zone the store's time zone
 * @param dumpName name of the dump's entry in the archive, such as {@code MCDados.bak}
 * @param dumpMadeAt when another program made the dump; none where it was made for this backup
 * @param dumpBytes length of the dump
 * @param dumpDigest SHA-256 over the ordered (length, block SHA-256) list, lower-case hexadecimal
 * @param dumpChecked whether the vendor's own program has read the finished dump to its end and found it right
 * @param rowCounts rows per table in the dump's own snapshot; tables of which that is not known are left out
 * @param engineFacts what else the engine knew of the dump, under names of its own
 * @param traits what the archive's pass saw of the dump; none in archives of earlier versions
 */
public record Manifest(BackupId backup, Purpose purpose, Optional<StoreIdentity> store, String engine,
        String engineVersion, String database, String programVersion, Instant startedAt, Instant endedAt, ZoneId zone,
        String dumpName, Optional<Instant> dumpMadeAt, long dumpBytes, String dumpDigest, boolean dumpChecked,
        SortedMap<String, Long> rowCounts, SortedMap<String, String> engineFacts,
        Optional<DumpTraits> traits) {

    /** Why a backup was made. */
    public enum Purpose {
        /** The hourly copy, or one asked for at the button. */
        SLOT,
        /** Taken before a restore replaces a database. */
        SAFETY,
        /** Made from any file by {@code archive create}. */
        FILE
    }

    /** Of a backup whose dump was made for it, with nothing else to tell of it. */
    public Manifest(BackupId backup, Purpose purpose, Optional<StoreIdentity> store, String engine,
            String engineVersion, String database, String programVersion, Instant startedAt, Instant endedAt,
            ZoneId zone, String dumpName, long dumpBytes, String dumpDigest, SortedMap<String, Long> rowCounts) {
        this(backup, purpose, store, engine, engineVersion, database, programVersion, startedAt, endedAt, zone,
                dumpName, Optional.empty(), dumpBytes, dumpDigest, false, rowCounts, new TreeMap<>(),
                Optional.empty());
    }

    /** The same backup, its dump cut into other blocks. */
    public Manifest withDigest(String digest) {
        return new Manifest(backup, purpose, store, engine, engineVersion, database, programVersion, startedAt,
                endedAt, zone, dumpName, dumpMadeAt, dumpBytes, digest, dumpChecked, rowCounts, engineFacts, traits);
    }

    /** The same backup, as another pass saw its dump. */
    public Manifest withTraits(DumpTraits seen) {
        return new Manifest(backup, purpose, store, engine, engineVersion, database, programVersion, startedAt,
                endedAt, zone, dumpName, dumpMadeAt, dumpBytes, dumpDigest, dumpChecked, rowCounts, engineFacts,
                Optional.of(seen));
    }

    public Slot slot() {
        return Slot.of(startedAt, zone);
    }
}
