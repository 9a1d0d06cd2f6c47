package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.Manifest.Purpose;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.catalog.Placement.Kind;
import br.com.dmbackup.core.catalog.Placement.State;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.engine.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Rows of the catalog as records. */
final class CatalogRows {
    private CatalogRows() {}

    static CatalogedBackup backup(ResultSet row) throws SQLException {
        return new CatalogedBackup(BackupId.parse(row.getString("id")), Purpose.valueOf(row.getString("purpose")),
                new Slot(row.getInt("slot")), time(row, "started_at"), time(row, "ended_at"),
                ZoneId.of(row.getString("zone")), row.getString("engine"), row.getString("database"),
                optionalTime(row, "dump_made_at"), row.getLong("dump_bytes"), row.getString("dump_digest"),
                row.getInt("checked") == 1, time(row, "ordered_at"));
    }

    static Placement placement(ResultSet row) throws SQLException {
        return new Placement(row.getString("place"), new ArchiveName(row.getString("name")),
                Kind.valueOf(row.getString("kind")), Optional.ofNullable(row.getString("backup")).map(BackupId::parse),
                row.getLong("size_bytes"), time(row, "modified_at"), State.valueOf(row.getString("state")),
                optionalTime(row, "verified_at"));
    }

    static OwedDelivery owed(ResultSet row) throws SQLException {
        return new OwedDelivery(backup(row), row.getString("destination"), time(row, "owed_since"),
                row.getInt("attempts"), time(row, "next_attempt_at"),
                Optional.ofNullable(row.getString("last_fault")));
    }

    static DrillRecord drill(ResultSet row) throws SQLException {
        return new DrillRecord(Optional.ofNullable(row.getString("backup")).map(BackupId::parse), time(row, "at"),
                row.getInt("passed") == 1,
                Optional.ofNullable(row.getString("fault")), row.getInt("tables"), row.getLong("rows"),
                Duration.ofMillis(row.getLong("duration_ms")), Proof.valueOf(row.getString("proof")));
    }

    static RunRecord run(ResultSet row) throws SQLException {
        return new RunRecord(time(row, "started_at"), time(row, "ended_at"),
                RunRecord.Outcome.valueOf(row.getString("outcome")), Optional.ofNullable(row.getString("fault")),
                Optional.ofNullable(row.getString("fault_words")),
                Optional.ofNullable(row.getString("backup")).map(BackupId::parse), row.getLong("dump_bytes"),
                row.getLong("archive_bytes"), row.getString("boot_id"), row.getLong("monotonic_ns"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
