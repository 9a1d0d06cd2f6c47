package br.com.dmbackup.demo;

import br.com.dmbackup.testkit.store.TableDigest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.function.LongConsumer;

/** The pharmacy whose day is told, in one kind of database. */
interface Pharmacy extends AutoCloseable {
    /** A till that sells on a thread of its own until it is closed. */
    interface OpenTill extends AutoCloseable {
        /** Whether the first sale was committed in time. */
        boolean awaitFirstSale(Duration patience) throws InterruptedException;

        /** Committed so far. */
        long sales();

        /** Refused by the database. */
        long failures();

        @Override
        void close();
    }

    /**
     * Invents it.
     *
     * @param grown told now and then how many bytes there are; what it throws ends the making
     */
    void make(long bytes, LocalDateTime until, LongConsumer grown) throws SQLException, IOException;

    /** What must be known of it before the story begins, as the key of a text; empty when there is nothing. */
    String warning();

    /** What {@code init} is told of it: options and their values. */
    List<String> address();

    /** The database as a person names it. */
    String name();

    /** The name of a second database, for a restore that the person may try. */
    String unusedName();

    /** Whether it is still there when the demo is over. */
    boolean outlivesTheDemo();

    long sizeBytes() throws IOException;

    /** An hour of sales. */
    void sellFor(Duration time, long seed) throws SQLException;

    OpenTill openTill(long seed, Duration pause);

    SortedMap<String, Long> rowCounts() throws SQLException;

    /** Rows and digests of each table; empty where there is no database. */
    SortedMap<String, TableDigest> digests() throws SQLException;

    /** The disaster. */
    void lose() throws SQLException, IOException;

    @Override
    void close();
}
