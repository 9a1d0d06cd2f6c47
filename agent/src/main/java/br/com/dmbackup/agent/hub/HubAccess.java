package br.com.dmbackup.agent.hub;

import br.com.dmbackup.agent.net.SecureCall;
import br.com.dmbackup.agent.registry.HubKey;
import br.com.dmbackup.agent.registry.RegistrySettings;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.protocol.Cnpj;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What an enrolled store needs to speak with its hub. */
record HubAccess(URI url, Secret credential, Optional<Path> certificate, HubKey key, Cnpj store) {
    /** None where the store is not enrolled. */
    static Optional<HubAccess> of(Sound sound) {
        RegistrySettings settings = sound.parts().of(RegistrySettings.PART);
        Optional<Cnpj> store = sound.settings().store().flatMap(identity -> Cnpj.parse(identity.cnpj()));
        if (settings.url().isEmpty() || settings.credential().isEmpty() || settings.hubKey().isEmpty()
                || store.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HubAccess(settings.url().get(), settings.credential().get(), settings.certificate(),
                settings.hubKey().get(), store.get()));
    }

    SecureCall call(Duration patience) {
        return new SecureCall(url, certificate, patience);
    }

    /** Whether it leads to the same place in the same name. */
    boolean same(HubAccess other) {
        return url.equals(other.url) && certificate.equals(other.certificate) && store.equals(other.store)
                && Arrays.equals(credential.value(), other.credential.value()) && key.equals(other.key);
    }
}
