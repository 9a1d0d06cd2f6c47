package br.com.dmbackup.engine.sqlserver.connection;

import br.com.dmbackup.core.backup.Secret;
import java.util.Optional;

/** Who logs in. */
public sealed interface SqlServerLogin {
    /** For people. */
    String name();

    /** A login of the server's own, as in mixed mode. */
    record Sql(String user, Secret password) implements SqlServerLogin {
        @Override
        public String name() {
            return user;
        }
    }

    /** A Windows account by name and password (NTLM). */
    record Windows(Optional<String> domain, String user, Secret password) implements SqlServerLogin {
        @Override
        public String name() {
            return domain.map(of -> of + "\\" + user).orElse(user);
        }
    }

    /** The Windows account as which this program runs; needs the driver's authentication library beside it. */
    record Integrated() implements SqlServerLogin {
        @Override
        public String name() {
            String user = System.getProperty("user.name", "?");
            return Optional.ofNullable(System.getenv("USERDOMAIN")).map(domain -> domain + "\\" + user).orElse(user);
        }
    }
}
