package br.com.dmbackup.engine.sqlserver.connection;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the server is and how to log in. With an instance and no port the Browser on the host is asked for the port;
 * with neither it is {@link #USUAL_PORT}.
 */
public record SqlServerAddress(String host, OptionalInt port, Optional<String> instance, SqlServerLogin login,
        Encryption encryption) {
    /** Where a default instance listens. */
    public static final int USUAL_PORT = 1433;

    /** Whether it is this machine by its loopback name, so that nobody stands between. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    /** Whether a host is this machine by its loopback name or address. */
    public static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    /** Whether the port is the Browser's to tell. */
    public boolean asksBrowser() {
        return instance.isPresent() && port.isEmpty();
    }

    /** For people: {@code CAIXA01\SQLEXPRESS}, {@code CAIXA01:1433}. */
    public String name() {
        return port.isPresent()
                ? host + ":" + port.getAsInt()
                : instance.map(named -> host + "\\" + named).orElse(host + ":" + USUAL_PORT);
    }
}
