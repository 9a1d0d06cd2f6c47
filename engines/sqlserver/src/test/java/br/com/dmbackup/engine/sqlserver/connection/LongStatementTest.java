package br.com.dmbackup.engine.sqlserver.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.Aside;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.sqlserver.statement.Hold;
import br.com.dmbackup.testkit.sqlserver.statement.Moment;
import br.com.dmbackup.testkit.sqlserver.statement.Trouble;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongStatementTest {
    private static final String BACKUP = "BACKUP DATABASE ? TO DISK = ? WITH FORMAT, INIT, CHECKSUM, STATS = 1";
    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final Patience MINUTES = new Patience(Duration.ofMinutes(30), Duration.ofMinutes(60), SECONDS);
    @TempDir
    private Path folder;
    private Scene scene;
    private Session session;
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void open() throws SQLException {
        scene = new Scene(folder);
        session = Session.open(scene.address(), Session.MASTER);
    }

    @AfterEach
    void close() {
        session.close();
        scene.close();
    }

    @Test
    void tellsPercentOnTheThreadThatWaits() throws SQLException {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        List<Integer> heard = new CopyOnWriteArrayList<>();
        Heard all = statement(percent -> {
            threads.add(Thread.currentThread());
            heard.add(percent);
        }).run(BACKUP, Scene.LIVE, file());
        assertThat(threads).isNotEmpty().containsOnly(Thread.currentThread());
        assertThat(heard).isSorted().last().isEqualTo(100);
        assertThat(all.said(3014)).isTrue();
    }

    @Test
    void losesPatienceWithSilenceByAClockThatNobodyCanSet() {
        assertSilent(Duration.ofMinutes(31), 31 * 60);
    }

    @Test
    void losesPatienceWithAStatementThatTakesTooLongThoughItTalks() {
        Hold hold = scene.troubles().hold("BACKUP", Moment.at(50));
        LongStatement talking = new LongStatement(session,
                new Patience(Duration.ofDays(365), Duration.ofMinutes(60), SECONDS), LongStatementTest::nobodyListens,
                nanos::get);
        Aside<Heard> run = Aside.run(() -> talking.run(BACKUP, Scene.LIVE, file()));
        assertThat(hold.awaitReached(Scene.PATIENCE)).isTrue();
        nanos.set(Duration.ofMinutes(61).toNanos());
        assertCode(run.failureWithin(SECONDS), FaultCode.SERVER_SILENT);
    }

    @Test
    void isPatientAsLongAsTheServerTalks() {
        scene.troubles().planAlways("BACKUP", Moment.at(10),
                Trouble.outside(() -> nanos.addAndGet(Duration.ofSeconds(1).toNanos())));
        Hold hold = scene.troubles().hold("BACKUP", Moment.at(90));
        Aside<Heard> run = Aside
                .run(() -> new LongStatement(session, MINUTES, LongStatementTest::nobodyListens, nanos::get).run(BACKUP,
                        Scene.LIVE, file()));
        assertThat(hold.awaitReached(Scene.PATIENCE)).isTrue();
        hold.release();
        assertThat(run.result().said(3014)).isTrue();
    }

    @Test
    void letsASessionBeUsedAgainAfterACancelThatTheServerObeyed() throws SQLException {
        Hold hold = scene.troubles().hold("BACKUP", Moment.at(50));
        Aside<Heard> run = Aside.run(() -> statement(LongStatementTest::nobodyListens).run(BACKUP, Scene.LIVE, file()));
        assertThat(hold.awaitReached(Scene.PATIENCE)).isTrue();
        assertCode(run.interrupt().failureWithin(SECONDS), FaultCode.CANCELLED);
        assertThat(statement(LongStatementTest::nobodyListens).run(BACKUP, Scene.LIVE, file()).said(3014)).isTrue();
    }

    @Test
    void cancelsAStatementThatHasNotBegunYet() {
        Aside<Heard> run = Aside.run(() -> {
            Thread.currentThread().interrupt();
            return statement(LongStatementTest::nobodyListens).run(BACKUP, Scene.LIVE, file());
        });
        assertCode(run.failureWithin(SECONDS), FaultCode.CANCELLED);
    }

    @Test
    void isCancelledAlsoWhereItEndedMeanwhile() {
        Hold hold = scene.troubles().hang("BACKUP", Moment.END);
        Aside<Heard> run = Aside.run(() -> statement(LongStatementTest::nobodyListens).run(BACKUP, Scene.LIVE, file()));
        assertThat(hold.awaitReached(Scene.PATIENCE)).isTrue();
        run.interrupt();
        hold.release();
        assertCode(run.failureWithin(SECONDS), FaultCode.CANCELLED);
    }

    @Test
    void keepsWhatAServerSaidThatEndedWellWhenItWasToStop() {
        Hold hold = scene.troubles().hang("BACKUP", Moment.END);
        LongStatement slow = new LongStatement(session, MINUTES, LongStatementTest::nobodyListens, nanos::get);
        Aside<Object> run = Aside.run(() -> {
            try {
                return slow.run(BACKUP, Scene.LIVE, file()).said(3014);
            } catch (BackupFault silent) {
                return silent.code();
            }
        });
        assertThat(hold.awaitReached(Scene.PATIENCE)).isTrue();
        nanos.set(Duration.ofMinutes(31).toNanos());
        hold.release();
        assertThat(run.result()).isIn(true, FaultCode.SERVER_SILENT);
    }

    @Test
    void leavesATransactionThatSomebodyBegan() throws SQLException {
        session.run(connection -> {
            connection.setAutoCommit(false);
            return true;
        });
        assertThat(statement(LongStatementTest::nobodyListens).run(BACKUP, Scene.LIVE, file()).said(3014)).isTrue();
    }

    @Test
    void stopsTheServerWhereTheListenerFails() throws SQLException {
        scene.troubles().hold("BACKUP", Moment.at(50));
        assertThatThrownBy(() -> statement(percent -> {
            throw new IllegalStateException("the screen is gone");
        }).run(BACKUP, Scene.LIVE, file())).hasMessage("the screen is gone");
        assertThat(statement(LongStatementTest::nobodyListens).run(BACKUP, Scene.LIVE, file()).said(3014)).isTrue();
    }

    @Test
    void passesOnWhatTheServerSaysFirst() {
        SQLException failure = catchThrowableOfType(SQLException.class,
                () -> statement(LongStatementTest::nobodyListens).run(BACKUP, "nowhere", file()));
        assertThat(failure.getErrorCode()).isEqualTo(911);
        assertThat(failure.getNextException().getErrorCode()).isEqualTo(3013);
    }

    private void assertSilent(Duration later, long seconds) {
        Hold hold = scene.troubles().hold("BACKUP", Moment.at(50));
        LongStatement statement = new LongStatement(session, MINUTES, LongStatementTest::nobodyListens, nanos::get);
        Aside<Heard> run = Aside.run(() -> statement.run(BACKUP, Scene.LIVE, file()));
        assertThat(hold.awaitReached(Scene.PATIENCE)).isTrue();
        awaitAllIsHeard(statement);
        nanos.set(later.toNanos());
        BackupFault silent = assertCode(run.failureWithin(SECONDS), FaultCode.SERVER_SILENT);
        assertThat(silent.arguments()).containsExactly(session.server().name(), "BACKUP DATABASE", seconds);
    }

    /** What the server said before it fell silent may still be on its way. */
    private static void awaitAllIsHeard(LongStatement statement) {
        int before = -1;
        while (before != statement.heard().messages().size()) {
            before = statement.heard().messages().size();
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }

    private static BackupFault assertCode(Throwable failure, FaultCode code) {
        assertThat(failure).isInstanceOf(BackupFault.class);
        assertThat(((BackupFault) failure).code()).isEqualTo(code);
        return (BackupFault) failure;
    }

    private LongStatement statement(IntConsumer percent) {
        return new LongStatement(session, MINUTES, percent);
    }

    private String file() {
        return scene.staging.resolve("x.bak").toString();
    }

    private static void nobodyListens(int percent) {}
}
