package br.com.dmbackup.testkit.mtf;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The database as a backup names it.
 *
 * @param version the database's internal version: 957 for SQL Server 2022
 * @param created when it was created, on the server's clock
 */
public record MtfDatabase(String name, int version, LocalDateTime created, List<MtfFile> files) {
    /** One file of the database. */
    public record MtfFile(int id, boolean log, String logicalName, String path, long bytes) {}

    /** One data file and one log. */
    public static MtfDatabase named(String name, long dataBytes) {
        String folder = "C:\\Program Files\\Microsoft SQL Server\\MSSQL16.SQLEXPRESS\\MSSQL\\DATA\\";
        return new MtfDatabase(name, 957, LocalDateTime.of(2023, 2, 3, 9, 15, 42),
                List.of(new MtfFile(1, false, name, folder + name + ".mdf", dataBytes),
                        new MtfFile(2, true, name + "_log", folder + name + "_log.ldf", 8L << 20)));
    }
}
