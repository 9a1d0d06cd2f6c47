package br.com.dmbackup.cli.init;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database as a person names it: {@code postgresql://user@server:port/database?sslmode=require}, the form
 * that PostgreSQL's own programs take (its manual, "Connection URIs"), without a password: a command line is no place
 * for one.
 */
final class PostgresAddress {
    static final String ENGINE = "postgresql";
    private static final Set<String> PARAMETERS = Set.of("sslmode", "sslrootcert");

    private final URI uri;

    private PostgresAddress(URI uri) {
        this.uri = uri;
    }

    static boolean looksLike(String word) {
        return word.startsWith("postgresql://") || word.startsWith("postgres://");
    }

    /** Why this is no address, as the key of a text; empty when it is one. */
    static Optional<String> objection(String word) {
        PostgresAddress address = parsed(word);
        if (address == null || address.database().isEmpty() || address.userInfo().isEmpty()
                || !address.port().matches("[0-9]{0,5}") || !PARAMETERS.containsAll(address.parameters().keySet())) {
            return Optional.of("init.postgresql.form");
        }
        return address.userInfo().contains(":") ? Optional.of("init.postgresql.password") : Optional.empty();
    }

    /** What a sound address says in the {@code [database]} section. */
    static Map<String, Object> keys(String word) {
        PostgresAddress address = parsed(word);
        Map<String, Object> keys = new LinkedHashMap<>();
        if (address != null) {
            keys.put("host", address.host());
            if (!address.port().isEmpty()) {
                keys.put("port", Long.valueOf(address.port()));
            }
            keys.put("database", address.database());
            keys.put("user", decoded(address.userInfo()));
            keys.putAll(address.parameters());
        }
        return keys;
    }

    private static @Nullable PostgresAddress parsed(String word) {
        try {
            URI uri = new URI(word);
            return uri.getRawAuthority() == null ? null : new PostgresAddress(uri);
        } catch (URISyntaxException notOne) {
            return null;
        }
    }

    private String userInfo() {
        int at = uri.getRawAuthority().lastIndexOf('@');
        return at < 0 ? "" : uri.getRawAuthority().substring(0, at);
    }

    /** Host and port; taken apart here, for {@link URI} knows no host name with an underscore. */
    private String server() {
        return uri.getRawAuthority().substring(uri.getRawAuthority().lastIndexOf('@') + 1);
    }

    private int portColon() {
        int colon = server().lastIndexOf(':');
        return colon > server().lastIndexOf(']') ? colon : -1;
    }

    private String host() {
        String host = portColon() < 0 ? server() : server().substring(0, portColon());
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : decoded(host);
        return bare.isEmpty() ? "127.0.0.1" : bare;
    }

    private String port() {
        return portColon() < 0 ? "" : server().substring(portColon() + 1);
    }

    private String database() {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return path.isEmpty() ? "" : decoded(path.substring(1));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
