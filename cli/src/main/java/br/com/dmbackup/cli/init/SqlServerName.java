package br.com.dmbackup.cli.init;

import br.com.dmbackup.core.settings.SettingsFile;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SQL Server database as a person names it: {@code sqlserver://user@SERVER:port/database}, with the instance as
 * Windows writes it ({@code sqlserver://user@SERVER\INSTANCE/database}) or as a part of the path
 * ({@code sqlserver://user@SERVER/INSTANCE/database}); without a password, as a command line is no place for one.
 */
final class SqlServerName {
    static final String ENGINE = "sqlserver";
    /** Keys of an address that may be left out, and then are as usual. */
    static final List<String> OPTIONAL = List.of("port", "instance", "login", "domain", "encryption", "certificate");

    private static final String SCHEME = ENGINE + "://";
    private static final String INTEGRATED = "integrated";
    private static final String USUAL_HOST = "127.0.0.1";
    private static final List<String> PARAMETERS = List.of("login", "domain", "encryption", "certificate", "staging",
            "staging_on_server");
    private static final Pattern FORM = Pattern.compile(SCHEME
            + "(?:(?<user>[^@/?]*)@)?(?<host>\\[[0-9a-fA-F:.%]+]|[^\\\\/:?@]*)(?:\\\\(?<instance>[^/:?@]+))?"
            + "(?::(?<port>\\d{1,5}))?(?:/(?<path>[^/?]+))?/(?<database>[^/?]+)(?:\\?(?<query>.*))?");

    private final Matcher parts;
    private final Map<String, String> parameters;

    private SqlServerName(Matcher parts, Map<String, String> parameters) {
        this.parts = parts;
        this.parameters = parameters;
    }

    static boolean looksLike(String word) {
        return word.startsWith(SCHEME);
    }

    /** Why this is no address, as the key of a text; empty when it is one. */
    static Optional<String> objection(String word) {
        SqlServerName name = parsed(word);
        if (name == null || !PARAMETERS.containsAll(name.parameters.keySet())
                || (name.part("instance").isPresent() && name.part("path").isPresent())) {
            return Optional.of("init.sqlserver.form");
        }
        String user = name.part("user").orElse("");
        if (user.contains(":")) {
            return Optional.of("init.sqlserver.password");
        }
        return user.isEmpty() == name.needsUser() ? Optional.of("init.sqlserver.form") : Optional.empty();
    }

    /** Whether whoever logs in has a password. */
    static boolean takesPassword(String word) {
        SqlServerName name = parsed(word);
        return name != null && name.needsUser();
    }

    /** What a sound address says in the {@code [database]} section. */
    static Map<String, Object> keys(String word) {
        Map<String, Object> keys = new LinkedHashMap<>();
        SqlServerName name = parsed(word);
        if (name == null) {
            return keys;
        }
        String host = name.part("host").orElse("");
        keys.put("host", host.isEmpty() || host.equals(".") || host.equals("(local)")
                ? USUAL_HOST
                : host.startsWith("[") ? host.substring(1, host.length() - 1) : decoded(host));
        name.part("port").ifPresent(port -> keys.put("port", Long.valueOf(port)));
        name.part("instance").or(() -> name.part("path"))
                .ifPresent(instance -> keys.put("instance", decoded(instance)));
        name.part("database").ifPresent(database -> keys.put("database", decoded(database)));
        name.part("user").filter(user -> !user.isEmpty()).ifPresent(user -> putUser(keys, decoded(user)));
        keys.putAll(name.parameters);
        return keys;
    }

    /** The address that settings mean. */
    static String shown(SettingsFile file, String section) {
        StringBuilder shown = new StringBuilder(SCHEME);
        text(file, section, "user").ifPresent(user -> shown.append(text(file, section, "domain")
                .map(domain -> encoded(domain) + "\\").orElse("")).append(encoded(user)).append('@'));
        String host = text(file, section, "host").orElse(USUAL_HOST);
        shown.append(host.contains(":") ? "[" + host + "]" : host);
        text(file, section, "instance").ifPresent(instance -> shown.append('\\').append(encoded(instance)));
        text(file, section, "port").ifPresent(port -> shown.append(':').append(port));
        shown.append('/')
                .append(encoded(text(file, section, "database").or(() -> text(file, section, "name")).orElse("")));
        char separator = '?';
        for (String key : List.of("login", "encryption", "certificate")) {
            Optional<String> value = text(file, section, key);
            if (value.isPresent()) {
                shown.append(separator).append(key).append('=').append(encoded(value.get()));
                separator = '&';
            }
        }
        return shown.toString();
    }

    /** A name with a domain before it is a user of Windows, whose domain has a key of its own. */
    private static void putUser(Map<String, Object> keys, String user) {
        int cut = user.indexOf('\\');
        if (cut > 0) {
            keys.put("domain", user.substring(0, cut));
            keys.put("login", "windows");
        }
        keys.put("user", user.substring(cut + 1));
    }

    private boolean needsUser() {
        return !INTEGRATED.equals(parameters.getOrDefault("login", ""));
    }

    private Optional<String> part(String group) {
        return Optional.ofNullable(parts.group(group));
    }

    private static @Nullable SqlServerName parsed(String word) {
        Matcher parts = FORM.matcher(word);
        if (!parts.matches()) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : Optional.ofNullable(parts.group("query")).orElse("").split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            if (!parameter.isEmpty()) {
                parameters.put(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
            }
        }
        return new SqlServerName(parts, parameters);
    }

    private static Optional<String> text(SettingsFile file, String section, String key) {
        return file.get(section, key).map(Object::toString);
    }

    /** A plus sign is itself; what is no escape stays, for people type names as they are. */
    private static String decoded(String text) {
        String escaped = text.replaceAll("%(?![0-9a-fA-F]{2})", "%25").replace("+", "%2B");
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }

    /** Only what would be read otherwise. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(each -> {
            boolean special = each < ' ' || "%/?@:&\\".indexOf(each) >= 0;
            encoded.append(special
                    ? URLEncoder.encode(Character.toString(each), StandardCharsets.UTF_8)
                    : Character.toString(each));
        });
        return encoded.toString();
    }
}
