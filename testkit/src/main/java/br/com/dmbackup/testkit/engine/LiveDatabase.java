package br.com.dmbackup.testkit.engine;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A real database for the contract suite: filled with at least 20 MiB in which some fact holds after every transaction
 * (such as a sum that never changes), with a writer, and with ways to be made unusable.
 */
public interface LiveDatabase extends AutoCloseable {
    /** Someone who keeps the database busy. */
    interface Occupant extends AutoCloseable {
        @Override
        void close();
    }

    /** A thread that commits small transactions until closed. */
    interface Writer extends Occupant {
        long commits();

        /** How many transactions the database refused. */
        long failures();
    }

    DatabaseEngine engine(Checkpoint checkpoint);

    /** The engine's name for the live database, as a restored one would be named. */
    String name();

    /** A name under which no database is. */
    String unusedName();

    Writer startWriting();

    /** One small change. */
    void changeALittle();

    /** Rows per table now, or whatever else shows that the content is the same. */
    SortedMap<String, Long> rowCounts();

    /** Whether a database is there, whole, and the fact holds in it. */
    boolean isWhole(String name);

    /** Whatever stands where databases of this kind stand: names of databases or files, side files left out. */
    SortedSet<String> everything();

    /** Keeps others from reading; for dumps that another program makes, from taking one. */
    Occupant lock();

    /** What the engine says of a database that is locked; none where a dump waits instead. */
    default Optional<FaultCode> lockedAs() {
        return Optional.of(FaultCode.DATABASE_LOCKED);
    }

    /** What the engine says of a database that is missing. */
    default FaultCode missingAs() {
        return FaultCode.DATABASE_MISSING;
    }

    /** How many blocks of 4 KiB of a dump may differ though nothing changed: where it says when it was made. */
    default int blocksThatTellTheTime() {
        return 1;
    }

    /** Whether the engine counts the rows of what it restored. */
    default boolean rowsAreCounted() {
        return true;
    }

    /** Whether there is a live database whose place a restored one can take. */
    default boolean replaceable() {
        return true;
    }

    /** Uses the database without keeping others from reading, and cannot be made to let go from outside. */
    Occupant use();

    void makeMissing();

    /**
     * Leaves something under the live name that cannot be used as a database.
     *
     * @return how the engine must call it
     */
    FaultCode makeForeign();

    /** Damages the live database so that it cannot be opened. */
    void makeDamaged();

    /** Damages a dump somewhere behind its first bytes, where the engine can see it; its length is untouched. */
    void damageInside(Path dump);

    /** What a restore of a process that died left behind; its name as in {@link #everything}. */
    String leaveLeftover();

    @Override
    void close();
}
