package br.com.dmbackup.core.catalog;

import br.com.dmbackup.core.backup.BackupId;
import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.DumpTraits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What dumps are measured by, in the catalog. Only of the newest backups and of those that stand somewhere. */
final class Measures {
    /** More than are ever looked back at. */
    private static final int KEPT = 96;

    private final CatalogConnection sql;

    Measures(CatalogConnection sql) {
        this.sql = sql;
    }

    void note(BackupId backup, DumpMeasure measure, Optional<String> suspicion) {
        Optional<DumpTraits> traits = measure.traits();
        sql.change("insert into measure values (?, ?, ?, ?, ?, ?, ?) on conflict (backup) do nothing", backup,
                traits.map(DumpTraits::encodedBytes), traits.map(DumpTraits::newBytes),
                traits.map(DumpTraits::newEncodedBytes), traits.map(DumpTraits::based),
                RowCountsJson.written(measure.rowCounts()),
                suspicion);
        sql.change("""
                delete from measure where backup not in (select backup from placement where backup is not null)
                    and backup not in (select id from backup order by ordered_at desc limit ?)
                """, KEPT);
    }

    void trusted(BackupId backup) {
        sql.change("update measure set suspicion = null where backup = ?", backup);
    }

    List<DumpMeasure> good(String engine, String database, int atMost) {
        return sql.rows("""
                select * from backup join measure on measure.backup = backup.id
                    where purpose = 'SLOT' and suspicion is null and engine = ? and database = ?
                    order by ordered_at desc, id desc limit ?
                """, Measures::measure, engine, database, atMost);
    }

    Optional<DumpMeasure> of(BackupId backup) {
        return sql.rows("select * from backup join measure on measure.backup = backup.id where backup.id = ?",
                Measures::measure, backup).stream().findFirst();
    }

    Optional<String> suspicion(BackupId backup) {
        return sql.rows("select suspicion from measure where backup = ? and suspicion is not null",
                row -> row.getString(1), backup).stream().findFirst();
    }

    private static DumpMeasure measure(ResultSet row) throws SQLException {
        return new DumpMeasure(row.getLong("dump_bytes"), traits(row), RowCountsJson.read(row.getString("row_counts")));
    }

    /** Of a backup that an older version made only the length of its archive is known, which is hardly more. */
    private static Optional<DumpTraits> traits(ResultSet row) throws SQLException {
        long encoded = row.getLong("encoded_bytes");
        if (row.wasNull()) {
            return Optional.empty();
        }
        boolean based = row.getLong("based") == 1;
        return Optional.of(based
                ? new DumpTraits(encoded, row.getLong("new_bytes"), row.getLong("new_encoded_bytes"), true)
                : new DumpTraits(encoded, row.getLong("dump_bytes"), encoded, false));
    }
}
