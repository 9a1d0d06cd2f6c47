package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SettingsSection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of the web. Whoever knows it can often write there, so that it is treated as a secret: its text form is its
 * host.
 */
public record WebAddress(Secret secret) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("(file|sealed):.*");

    /** From the key {@code url}: in plain, or a reference to a secret. */
    static WebAddress read(SettingsSection table) {
        boolean insecure = table.flag("insecure", false);
        String written = table.text("url");
        Optional<Secret> secret = REFERENCE.matcher(written).matches()
                ? table.optionalSecret("url")
                : Optional.of(new Secret(written.toCharArray()));
        secret.filter(text -> text.value().length > 0).map(WebAddress::new)
                .ifPresent(address -> address.check(table, insecure));
        return new WebAddress(secret.orElse(new Secret(new char[0])));
    }

    private void check(SettingsSection table, boolean insecure) {
        Optional<URI> parsed = parse();
        String scheme = parsed.map(URI::getScheme).orElse("");
        if (parsed.isEmpty() || (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http"))
                || parsed.get().getHost() == null || parsed.get().getUserInfo() != null) {
            table.problem("url", "settings.notify.url", table.text("url"));
        } else if (!scheme.equalsIgnoreCase("https") && !insecure && !isLoopback(parsed.get().getHost())) {
            table.problem("url", "settings.notify.https");
        }
    }

    private Optional<URI> parse() {
        try {
            return Optional.of(new URI(new String(secret.value())));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** For sending alone. */
    URI uri() {
        return parse().orElseThrow(() -> new IllegalStateException("an address that was never checked"));
    }

    /** The same with a word behind its path. */
    URI uri(String word) {
        URI plain = uri();
        String path = plain.getRawPath() == null ? "" : plain.getRawPath().replaceAll("/+$", "");
        String query = plain.getRawQuery() == null ? "" : "?" + plain.getRawQuery();
        return word.isEmpty()
                ? plain
                : URI.create(plain.getScheme() + "://" + plain.getRawAuthority() + path + "/" + word + query);
    }

    String host() {
        return parse().map(URI::getHost).orElse("");
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    @Override
    public String toString() {
        return host();
    }
}
