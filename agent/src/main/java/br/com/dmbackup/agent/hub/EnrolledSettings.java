package br.com.dmbackup.agent.hub;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.hub.ClientDocument;
import br.com.dmbackup.protocol.hub.TemplateValue;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What enrolment and the hub's client data write into the settings. Everything else in the file stays, comments too. */
public final class EnrolledSettings {
    private static final String REGISTRY = "registry";
    private static final String STORE = "store";
    private static final String NAME = "name";
    private static final String CNPJ = "cnpj";
    private static final String INTEGRATED = "integrated";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\\p{Cntrl}]{0,200})\"");
    /** What a software house may want of all its stores. Never what names a program, a place or a person. */
    private static final Pattern ALLOWED = Pattern
            .compile("opening\\.(monday|tuesday|wednesday|thursday|friday|saturday"
                    + "|sunday|holidays)|agent\\.(drill|longest_run_minutes|standstill_minutes)|summary\\.[a-z_]{1,32}");

    private EnrolledSettings() {}

    /**
     * Puts the credential and the client's data into the text.
     *
     * @return the keys of the group's template that were set, because nobody had set them here
     */
    public static List<String> enrol(SettingsFile file, URI url, Optional<Path> certificate,
            HubClient.Enrolment enrolment,
            SecretSealer sealer, Messages comments) {
        file.set(REGISTRY, "url", url.toString(), comments);
        file.set(REGISTRY, "credential", sealer.seal(new Secret(enrolment.enrolled().credential().toCharArray())),
                comments);
        certificate.ifPresentOrElse(path -> file.set(REGISTRY, "certificate", path.toString(), comments),
                () -> file.remove(REGISTRY, "certificate"));
        file.set(REGISTRY, "hub_key", enrolment.enrolled().hubKey(), comments);
        if (file.get(STORE, CNPJ).isEmpty()) {
            file.set(STORE, CNPJ, enrolment.store().formatted(), comments);
        }
        client(file, enrolment.client(), comments);
        return template(file, enrolment.client().template(), comments);
    }

    /** Puts the store's name and whether it is integrated into the text, where they differ. */
    static void client(SettingsFile file, ClientDocument client, Messages comments) {
        String name = client.name().strip();
        if (!name.isEmpty() && !file.get(STORE, NAME).equals(Optional.of(name))) {
            file.set(STORE, NAME, name, comments);
        }
        boolean integrated = !client.integration().isEmpty();
        if (!file.get(REGISTRY, INTEGRATED).orElse(false).equals(integrated)) {
            file.set(REGISTRY, INTEGRATED, integrated, comments);
        }
    }

    private static List<String> template(SettingsFile file, List<TemplateValue> template, Messages comments) {
        List<String> set = new ArrayList<>();
        for (TemplateValue wanted : template) {
            Optional<Object> value = value(wanted.value());
            if (ALLOWED.matcher(wanted.key()).matches() && value.isPresent()) {
                int dot = wanted.key().indexOf('.');
                String table = wanted.key().substring(0, dot);
                String key = wanted.key().substring(dot + 1);
                if (file.get(table, key).isEmpty()) {
                    file.set(table, key, value.get(), comments);
                    set.add(wanted.key());
                }
            }
        }
        return set;
    }

    /** A flag, a whole number or a plain text. */
    private static Optional<Object> value(String toml) {
        String said = toml.strip();
        if (said.equals("true") || said.equals("false")) {
            return Optional.of(Boolean.valueOf(said));
        }
        if (NUMBER.matcher(said).matches()) {
            return Optional.of(Long.valueOf(said));
        }
        var text = TEXT.matcher(said);
        return text.matches() ? Optional.of(text.group(1)) : Optional.empty();
    }
}
