package br.com.dmbackup.testkit.mtf;

/**
 * The server as a backup names it.
 *
 * @param instance server and instance: {@code CAIXA01\SQLEXPRESS}
 * @param machine the computer
 * @param login who took the backup
 * @param major major version: 16 for SQL Server 2022
 * @param build the build number
 */
public record MtfServer(String instance, String machine, String login, int major, int build) {
    /** A server that could stand in any store. */
    public static MtfServer express2022() {
        return new MtfServer("CAIXA01\\SQLEXPRESS", "CAIXA01", "CAIXA01\\backup", 16, 1000);
    }
}
