package br.com.dmbackup.cli.hub;

import br.com.dmbackup.agent.hub.EnrolledSettings;
import br.com.dmbackup.agent.hub.HubClient;
import br.com.dmbackup.cli.Composition;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.hub.EnrolmentAsked;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Enrols the store of a home that has settings. */
public record Enrolment(Path root, Composition composition, Messages words) {

    /** @param template keys of the group's template that were set */
    public record Done(HubClient.Enrolment enrolment, URI url, List<String> template) {}

    /** Where the registry is by the settings. */
    public Optional<String> knownUrl() {
        return SettingsFile.load(new Home(root).settingsFile()).get("registry", "url").map(Object::toString);
    }

    /**
     * The settings as they are must be sound, or nothing is asked: a code is good once.
     *
     * @throws BackupFault {@code HUB_*}, {@code REGISTRY_*}, {@code SETTINGS_*}
     */
    public Done with(String code, URI url, Optional<Path> certificate, String programVersion) {
        Optional<Cnpj> own = composition.settings().settings().store()
                .flatMap(store -> Cnpj.parse(store.cnpj()));
        HubClient.Enrolment heard = ask(code, url, certificate, programVersion);
        if (own.isPresent() && !own.get().equals(heard.store())) {
            throw BackupFault.of(FaultCode.HUB_OTHER_STORE, heard.store().formatted(), own.get().formatted());
        }
        Home home = new Home(root);
        SettingsFile file = SettingsFile.load(home.settingsFile());
        SecretSealer sealer = SecretSealer.inHome(home.root());
        List<String> template = EnrolledSettings.enrol(file, url, certificate, heard, sealer, words);
        Reading reading = composition.proposed(file.text());
        if (reading instanceof Unsound && !template.isEmpty()) {
            // The credential matters, whatever is wrong with the group's template.
            file = SettingsFile.load(home.settingsFile());
            template = EnrolledSettings.enrol(file, url, certificate, withoutTemplate(heard), sealer, words);
            reading = composition.proposed(file.text());
        }
        if (reading instanceof Unsound unsound) {
            throw unsound.fault(words);
        }
        file.save(home.settingsFile());
        return new Done(heard, url, template);
    }

    private static HubClient.Enrolment withoutTemplate(HubClient.Enrolment heard) {
        var client = heard.client();
        return new HubClient.Enrolment(heard.store(), heard.enrolled(),
                new br.com.dmbackup.protocol.hub.ClientDocument(client.cnpj(), client.issuedAt(), client.name(),
                        client.integration(), List.of(), client.alerts()));
    }

    private static HubClient.Enrolment ask(String code, URI url, Optional<Path> certificate, String programVersion) {
        try {
            return HubClient.enrol(url, certificate, new EnrolmentAsked(code, host(), programVersion));
        } catch (InterruptedException e) {
            throw BackupFault.of(FaultCode.CANCELLED, "hub enroll").causedBy(e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }
}
