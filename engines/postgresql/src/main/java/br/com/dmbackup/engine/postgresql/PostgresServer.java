package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.core.backup.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the server is and how to log in.
 *
 * @param sslmode PostgreSQL's own word, for the driver and the tools alike
 */
public record PostgresServer(String host, int port, String user, Optional<Secret> password, String sslmode,
        Optional<Path> sslrootcert) {
    /** Modes that both the driver and the tools know. */
    public static final java.util.List<String> SSL_MODES = java.util.List.of("disable", "allow", "prefer", "require",
            "verify-ca", "verify-full");

    /** For people. */
    public String name() {
        return host + ":" + port;
    }
}
