package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import br.com.dmbackup.engine.sqlserver.restore.Databases.Standing;
import br.com.dmbackup.protocol.FaultCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts a restored database in the live one's place. The server has no way to rename two databases at once, so the live
 * name is free for a moment; whatever fails in it, the old database gets its name back, or the fault says where it is.
 */
final class Swap {
    private final Administration administration;
    private final Checkpoint checkpoint;

    Swap(Administration administration, Checkpoint checkpoint) {
        this.administration = administration;
        this.checkpoint = checkpoint;
    }

    /**
     * Swaps.
     *
     * @param keptName for the old database
     * @return the old database's kept name, or where its files are when it cannot be opened; none where there was none
     */
    Optional<String> in(ScratchDatabase replacement, String keptName) {
        Optional<Standing> before = administration.run(live(), connection -> Databases.standing(connection, live()));
        Optional<KeptDatabase> kept = before.map(standing -> setAside(standing, keptName));
        try {
            checkpoint.reached(Step.RESTORE_OLD_ASIDE);
            administration.run(live(), connection -> {
                Renaming.rename(connection, replacement.name(), live());
                return true;
            });
        } catch (RuntimeException failed) {
            if (!uninterrupted(() -> arrived(kept, replacement))) {
                throw failed;
            }
        }
        return kept.map(KeptDatabase::name);
    }

    private String live() {
        return administration.live();
    }

    private KeptDatabase setAside(Standing before, String keptName) {
        if (before.restoring()) {
            throw BackupFault.of(FaultCode.DATABASE_HALF_RESTORED, live());
        }
        try {
            return administration.run(live(), connection -> setAside(connection, before, keptName));
        } catch (RuntimeException failed) {
            uninterrupted(() -> reopened(before, keptName));
            throw failed;
        }
    }

    private KeptDatabase setAside(Connection connection, Standing before, String keptName) throws SQLException {
        if (before.online() || comesOnline(connection)) {
            Renaming.rename(connection, live(), keptName);
            return KeptDatabase.renamed(live(), keptName);
        }
        return KeptDatabase.detached(connection, live());
    }

    /** Somebody may have put it away; one that is damaged does not come. */
    private boolean comesOnline(Connection connection) throws SQLException {
        try {
            Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(live()) + " SET ONLINE");
        } catch (SQLException stays) {
            if (RestoreFaults.lost(stays)) {
                throw stays;
            }
        }
        return Databases.standing(connection, live()).filter(Standing::online).isPresent();
    }

    /** The connection may have been lost anywhere between closing the live database to others and opening it again. */
    private boolean reopened(Standing before, String keptName) {
        try {
            return administration.run(live(), connection -> {
                if (!Databases.exists(connection, live()) && Databases.exists(connection, keptName)) {
                    Renaming.rename(connection, keptName, live());
                }
                return openedAgain(connection, before.access());
            });
        } catch (BackupFault stillClosed) {
            BackupFault told = Renaming.leftClosed(live()).causedBy(stillClosed);
            throw stillClosed.foreignCode().map(told::withForeignCode).orElse(told);
        }
    }

    /** Whoever had it for himself before us keeps it. */
    private boolean openedAgain(Connection connection, String accessBefore) throws SQLException {
        Optional<Standing> now = Databases.standing(connection, live());
        if (now.filter(standing -> standing.online() && !standing.access().equals(accessBefore)).isPresent()) {
            Databases.openToAll(connection, live());
        }
        return true;
    }

    /**
     * Looks whether the new database bears the live name in spite of a failure; if not, the old one gets it back.
     *
     * @throws BackupFault {@code OLD_DATABASE_ASIDE} when that fails too
     */
    private boolean arrived(Optional<KeptDatabase> kept, ScratchDatabase replacement) {
        try {
            return administration.run(live(), connection -> {
                if (Databases.exists(connection, live())) {
                    return !Databases.exists(connection, replacement.name())
                            && openedAgain(connection, Standing.TO_ALL);
                }
                if (kept.isPresent()) {
                    kept.get().putBack(connection);
                }
                return false;
            });
        } catch (BackupFault stays) {
            BackupFault told = kept.map(old -> old.aside().causedBy(stays)).orElse(stays);
            throw stays.foreignCode().map(told::withForeignCode).orElse(told);
        }
    }

    /** What must be put right is put right though somebody wants to stop. */
    private static boolean uninterrupted(Supplier<Boolean> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
