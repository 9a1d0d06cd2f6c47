package br.com.dmbackup.engine.sqlserver.restore;

import br.com.dmbackup.engine.sqlserver.connection.Session;
import br.com.dmbackup.engine.sqlserver.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scratch databases of this process, and those that others left when they died. */
final class Scratches implements AutoCloseable {
    private final Administration administration;
    /** Whole, and not yet swapped in or dropped. */
    private final Map<String, ScratchDatabase> waiting = new HashMap<>();

    Scratches(Administration administration) {
        this.administration = administration;
    }

    ScratchDatabase reserve(String name) throws SQLException {
        Session guard = administration.open();
        try {
            return ScratchDatabase.reserve(guard, name);
        } catch (SQLException | RuntimeException failed) {
            guard.close();
            throw failed;
        }
    }

    void keep(ScratchDatabase whole) {
        waiting.put(whole.name(), whole);
    }

    ScratchDatabase waiting(String name) {
        return Optional.ofNullable(waiting.get(name))
                .orElseThrow(() -> new IllegalArgumentException("not a scratch database: " + name));
    }

    void letGo(ScratchDatabase gone) {
        waiting.remove(gone.name());
        gone.close();
    }

    /** Not by the session that guards it, which an interrupt may have ended. */
    void drop(ScratchDatabase scratch) {
        administration.run(scratch.name(), connection -> {
            ScratchDatabase.drop(connection, scratch.name());
            return true;
        });
        letGo(scratch);
    }

    /**
     * Drops those of this live database on which nobody works; a swap that one of them was in the middle of is undone
     * first. What this login may not drop was made by another and is left to that one; what is in use is left for the
     * next time. Neither may keep backups from being made.
     */
    List<String> dropAbandoned() {
        return administration.run(administration.live(), this::dropAbandoned);
    }

    private List<String> dropAbandoned(Connection connection) throws SQLException {
        List<String> told = new ArrayList<>();
        for (String name : Sql.rows(connection, row -> row.getString(1),
                "SELECT name FROM sys.databases ORDER BY name")) {
            if (ScratchName.isOf(administration.live(), name) && ScratchDatabase.tryLock(connection, name)) {
                try {
                    new UnfinishedSwap(administration.live(), name).undo(connection).ifPresent(told::add);
                    ScratchDatabase.drop(connection, name);
                    told.add(name);
                } catch (SQLException failed) {
                    int number = failed.getErrorCode();
                    if (!RestoreFaults.NOT_ALLOWED.contains(number) && !RestoreFaults.IN_USE.contains(number)) {
                        throw failed;
                    }
                } finally {
                    ScratchDatabase.unlock(connection, name);
                }
            }
        }
        return told;
    }

    @Override
    public void close() {
        waiting.values().forEach(ScratchDatabase::close);
        waiting.clear();
    }
}
