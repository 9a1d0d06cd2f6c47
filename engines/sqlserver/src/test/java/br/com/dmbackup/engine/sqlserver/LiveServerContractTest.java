package br.com.dmbackup.engine.sqlserver;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.engine.sqlserver.connection.Encryption;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerLogin;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.testkit.engine.DatabaseEngineContract;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Every law on a real SQL Server that somebody lends. Without one they are skipped, and say so.
 *
 * <ul>
 * <li>{@code DMBACKUP_IT_MSSQL_URL}: a JDBC address with user and password of a login that may do everything, such as
 * {@code jdbc:sqlserver://localhost:1433;user=sa;password=…;trustServerCertificate=true}
 * <li>{@code DMBACKUP_IT_MSSQL_STAGING}: a folder that the server and this machine both reach, as this machine sees it
 * <li>{@code DMBACKUP_IT_MSSQL_STAGING_ON_SERVER}: the same folder as the server sees it, where that differs
 * </ul>
 *
 * Databases named as {@link SqlServerLive#NAME} are made there and dropped, nothing else is touched.
 */
@EnabledIfEnvironmentVariable(named = LiveServerContractTest.URL, matches = ".+", disabledReason = "no real SQL Server")
@EnabledIfEnvironmentVariable(named = LiveServerContractTest.STAGING, matches = ".+", disabledReason = "no real SQL Server")
class LiveServerContractTest extends DatabaseEngineContract {
    static final String URL = "DMBACKUP_IT_MSSQL_URL";
    static final String STAGING = "DMBACKUP_IT_MSSQL_STAGING";

    @Override
    protected LiveDatabase createLive(Path place) {
        String url = System.getenv(URL);
        Optional<Path> staging = Optional.of(Path.of(System.getenv(STAGING)));
        return new SqlServerLive(new ServerUnderTest(address(url), url,
                new StagingPlace(staging, Optional.ofNullable(System.getenv(STAGING + "_ON_SERVER")))));
    }

    /** {@code jdbc:sqlserver://host\instance:port;key=value;…} */
    static SqlServerAddress address(String url) {
        String[] parts = url.substring("jdbc:sqlserver://".length()).split(";", -1);
        Properties keys = new Properties();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (pair.length < 2) {
                continue;
            }
            String value = pair[1].startsWith("{") ? pair[1].substring(1, pair[1].length() - 1) : pair[1];
            keys.setProperty(pair[0].toLowerCase(Locale.ROOT), value);
        }
        String[] server = parts[0].split(":", 2);
        String[] host = server[0].split("\\\\", 2);
        boolean trusting = keys.getProperty("trustservercertificate", "false").equals("true");
        return new SqlServerAddress(host[0],
                server.length == 2 ? OptionalInt.of(Integer.parseInt(server[1])) : OptionalInt.empty(),
                host.length == 2 ? Optional.of(host[1]) : Optional.empty(),
                new SqlServerLogin.Sql(keys.getProperty("user"),
                        new Secret(keys.getProperty("password").toCharArray())),
                new Encryption(trusting ? Encryption.Mode.TRUST : Encryption.Mode.VERIFY, Optional.empty()));
    }
}
