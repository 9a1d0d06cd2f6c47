package br.com.dmbackup.agent.registry;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SettingsPart;
import br.com.dmbackup.core.settings.SettingsSection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code [registry]} of the settings.
 *
 * @param integrated whether this store is one of several that work together
 * @param url where the registry is; always there for an integrated store
 * @param credential this store's own; always there for an integrated store
 * @param certificate the registry's own certificate or its authority's, where no public one issued it
 * @param hubKey what enrolment wrote: where it is there the registry is a hub, which takes reports and signs what it decides
 */
public record RegistrySettings(boolean integrated, Optional<URI> url, Optional<Secret> credential,
        Optional<Path> certificate, Optional<HubKey> hubKey) {
    /** How the table is read. */
    public static final SettingsPart<RegistrySettings> PART = new Part();
    private static final String URL = "url";
    private static final String CREDENTIAL = "credential";
    private static final String HUB_KEY = "hub_key";

    private static final class Part implements SettingsPart<RegistrySettings> {
        @Override
        public String name() {
            return "registry";
        }

        @Override
        public RegistrySettings read(List<SettingsSection> tables) {
            SettingsSection table = tables.getFirst();
            boolean integrated = table.flag("integrated", false);
            Optional<String> url = table.optionalText(URL);
            Optional<URI> parsed = url.flatMap(RegistrySettings::parse);
            if (url.isPresent() && parsed.isEmpty()) {
                table.problem(URL, "settings.registry.url", url.get());
            }
            boolean written = table.optionalText(CREDENTIAL).isPresent();
            Optional<Secret> credential = table.optionalSecret(CREDENTIAL);
            if (integrated && url.isEmpty()) {
                table.problem(URL, "settings.registry.needed");
            }
            if (integrated && !written) {
                table.problem(CREDENTIAL, "settings.registry.needed");
            }
            Optional<String> key = table.optionalText(HUB_KEY);
            Optional<HubKey> hubKey = key.flatMap(HubKey::parse);
            if (key.isPresent() && hubKey.isEmpty()) {
                table.problem(HUB_KEY, "settings.registry.hub_key");
            }
            return new RegistrySettings(integrated, parsed, credential,
                    table.optionalText("certificate").map(path -> table.path("certificate", path)), hubKey);
        }
    }

    /** Only over TLS: whoever listened could speak for the store. */
    private static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text.strip().replaceFirst("/+$", ""));
            boolean fits = "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null
                    && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
