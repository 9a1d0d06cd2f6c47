package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Mail by a server that takes it from this store.
 *
 * @param login user and password; none where the server asks for none
 * @param from whose message it is
 * @param to who gets it
 * @param certificate the server's own certificate or its authority's, where no public one issued it
 */
public record EmailSettings(String name, Set<Event> events, String host, int port, Tls tls, Optional<Login> login,
        String from, List<String> to, Optional<Path> certificate) implements ChannelSettings {

    /** How the connection is made secret. */
    public enum Tls {
        /** In the clear until both sides agree to be secret, and never further. */
        STARTTLS(587),
        /** From the first byte. */
        TLS(465),
        /** Never. */
        OFF(25);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who sends. */
    public record Login(String user, Secret password) {}

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]+");
    private static final int LAST_PORT = 65_535;

    static EmailSettings read(String name, Set<Event> events, SettingsSection table) {
        String host = host(table);
        Tls tls = Tls.valueOf(table.choice("tls", Tls.STARTTLS.word(), List.of("starttls", "tls", "off"))
                .toUpperCase(Locale.ROOT));
        int port = (int) table.integer("port", tls.usualPort, 1, LAST_PORT);
        Optional<Login> login = login(table);
        if (tls == Tls.OFF && login.isPresent() && !WebAddress.isLoopback(host)) {
            table.problem("tls", "settings.notify.tls_off");
        }
        List<String> to = table.texts("to");
        to.forEach(address -> check(table, "to", address));
        String from = table.optionalText("from").or(() -> login.map(Login::user)).orElse(to.getFirst());
        check(table, "from", from);
        return new EmailSettings(name, events, host, port, tls, login, from, to,
                table.optionalText("certificate").map(path -> table.path("certificate", path)));
    }

    private static String host(SettingsSection table) {
        String host = table.text("host");
        if (!host.isEmpty() && !HOST.matcher(host).matches()) {
            table.problem("host", "settings.notify.host", host);
        }
        return host;
    }

    private static Optional<Login> login(SettingsSection table) {
        Optional<String> user = table.optionalText("user");
        boolean written = table.optionalText("password").isPresent();
        Optional<Secret> password = table.optionalSecret("password");
        if (user.isPresent() && !written) {
            table.problem("password", "settings.notify.needs_password");
        }
        if (user.isEmpty() && written) {
            table.problem("user", "settings.notify.needs_user");
        }
        return user.flatMap(name -> password.map(secret -> new Login(name, secret)));
    }

    /** A stand-in for what is missing was complained of already. */
    private static void check(SettingsSection table, String key, String address) {
        if (!address.equals("?") && !ADDRESS.matcher(address).matches()) {
            table.problem(key, "settings.notify.address", address);
        }
    }
}
