package br.com.dmbackup.agent.settings;

import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import br.com.dmbackup.protocol.api.SettingsTopic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings that a form knows, in the order in which a person reads them. Others are shown too, where somebody wrote
 * them: this list is about looks, and whether a value is right is for whoever reads it.
 */
final class KnownSettings {
    /** Tables of which there may be several, {@code [[destination]]}. */
    static final List<String> LISTS = List.of("destination", "notify");
    private static final String SERVERS = "postgresql sqlserver";

    private final List<Known> all = new ArrayList<>();

    /**
     * @param label key without the name of one of several tables
     * @param usual what holds while nothing is written; may be empty
     * @param kinds words of the engines, destinations or channels that know this key; empty for all
     */
    record Known(SettingsTopic topic, String label, FieldKind kind, String usual, List<String> choices,
            List<String> kinds) {

        /** Whether it is among several tables. */
        boolean ofList() {
            return LISTS.contains(table());
        }

        String table() {
            return label.substring(0, Math.max(0, label.indexOf('.')));
        }

        /** @param kind the engine's word, or a destination's or channel's kind */
        boolean fits(String kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }
    }

    /** @param engines the words that may stand at {@code engine = "…"} */
    KnownSettings(List<String> engines) {
        backup();
        database(engines);
        destinations();
        hours();
        notices();
        company();
        add(SettingsTopic.LANGUAGE, "language", FieldKind.CHOICE, "pt-BR", "", "pt-BR", "en", "es");
        add(SettingsTopic.LANGUAGE, "store.time_zone", FieldKind.TEXT, "America/Sao_Paulo", "");
    }

    /** In the order of a form. */
    List<Known> all() {
        return all;
    }

    Optional<Known> of(String label) {
        return all.stream().filter(known -> known.label().equals(label)).findFirst();
    }

    private void backup() {
        add(SettingsTopic.BACKUP, "local.slots", FieldKind.NUMBER, "24", "");
        add(SettingsTopic.BACKUP, "database.keep_dump", FieldKind.FLAG, "", "");
        add(SettingsTopic.BACKUP, "agent.drill", FieldKind.FLAG, "true", "");
        add(SettingsTopic.BACKUP, "agent.longest_run_minutes", FieldKind.NUMBER, "240", "");
        add(SettingsTopic.BACKUP, "agent.standstill_minutes", FieldKind.NUMBER, "20", "");
    }

    private void database(List<String> engines) {
        add(SettingsTopic.DATABASE, "database.engine", FieldKind.CHOICE, "", "", engines.toArray(String[]::new));
        add(SettingsTopic.DATABASE, "database.name", FieldKind.TEXT, "MCDados", "");
        add(SettingsTopic.DATABASE, "database.path", FieldKind.FILE, "", "sqlite file");
        add(SettingsTopic.DATABASE, "database.command", FieldKind.LIST, "", "command");
        add(SettingsTopic.DATABASE, "database.host", FieldKind.TEXT, "127.0.0.1", SERVERS);
        add(SettingsTopic.DATABASE, "database.instance", FieldKind.TEXT, "", "sqlserver");
        add(SettingsTopic.DATABASE, "database.port", FieldKind.NUMBER, "", SERVERS);
        add(SettingsTopic.DATABASE, "database.database", FieldKind.TEXT, "", SERVERS);
        add(SettingsTopic.DATABASE, "database.login", FieldKind.CHOICE, "sql", "sqlserver", "sql", "windows",
                "integrated");
        add(SettingsTopic.DATABASE, "database.user", FieldKind.TEXT, "", SERVERS);
        add(SettingsTopic.DATABASE, "database.password", FieldKind.SECRET, "", SERVERS);
        add(SettingsTopic.DATABASE, "database.encryption", FieldKind.CHOICE, "", "sqlserver", "verify", "trust",
                "login", "strict");
        add(SettingsTopic.DATABASE, "database.sslmode", FieldKind.CHOICE, "prefer", "postgresql", "disable", "prefer",
                "require", "verify-ca", "verify-full");
        add(SettingsTopic.DATABASE, "database.staging", FieldKind.FOLDER, "", "sqlserver");
    }

    private void destinations() {
        add(SettingsTopic.DESTINATIONS, "destination.kind", FieldKind.CHOICE, "", "", "terminal", "folder");
        add(SettingsTopic.DESTINATIONS, "destination.path", FieldKind.FOLDER, "", "folder");
        add(SettingsTopic.DESTINATIONS, "destination.address", FieldKind.TEXT, "", "terminal");
        add(SettingsTopic.DESTINATIONS, "destination.pin", FieldKind.TEXT, "", "terminal");
        add(SettingsTopic.DESTINATIONS, "destination.silence_seconds", FieldKind.NUMBER, "60", "");
    }

    private void hours() {
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            add(SettingsTopic.HOURS, "opening." + day, FieldKind.TEXT, "", "");
        }
        add(SettingsTopic.HOURS, "opening.holidays", FieldKind.FLAG, "true", "");
        add(SettingsTopic.HOURS, "opening.closed", FieldKind.LIST, "", "");
    }

    private void notices() {
        add(SettingsTopic.NOTICES, "notify.kind", FieldKind.CHOICE, "", "", "email", "telegram", "webhook", "ping");
        add(SettingsTopic.NOTICES, "notify.host", FieldKind.TEXT, "", "email");
        add(SettingsTopic.NOTICES, "notify.tls", FieldKind.CHOICE, "starttls", "email", "starttls", "tls", "off");
        add(SettingsTopic.NOTICES, "notify.port", FieldKind.NUMBER, "", "email");
        add(SettingsTopic.NOTICES, "notify.user", FieldKind.TEXT, "", "email");
        add(SettingsTopic.NOTICES, "notify.password", FieldKind.SECRET, "", "email");
        add(SettingsTopic.NOTICES, "notify.from", FieldKind.TEXT, "", "email");
        add(SettingsTopic.NOTICES, "notify.to", FieldKind.LIST, "", "email");
        add(SettingsTopic.NOTICES, "notify.token", FieldKind.SECRET, "", "telegram");
        add(SettingsTopic.NOTICES, "notify.chat", FieldKind.TEXT, "", "telegram");
        // Whoever knows such an address may write there.
        add(SettingsTopic.NOTICES, "notify.url", FieldKind.SECRET, "", "webhook ping");
        add(SettingsTopic.NOTICES, "notify.secret", FieldKind.SECRET, "", "webhook");
        add(SettingsTopic.NOTICES, "summary.at", FieldKind.TEXT, "", "");
    }

    private void company() {
        for (String key : List.of("cnpj", "name", "legal_name", "address", "city", "state", "postal_code", "phone",
                "email", "contact")) {
            add(SettingsTopic.COMPANY, "store." + key, FieldKind.TEXT, "", "");
        }
        add(SettingsTopic.REGISTRY, "registry.integrated", FieldKind.FLAG, "false", "");
        add(SettingsTopic.REGISTRY, "registry.url", FieldKind.TEXT, "", "");
        add(SettingsTopic.REGISTRY, "registry.credential", FieldKind.SECRET, "", "");
        add(SettingsTopic.REGISTRY, "registry.certificate", FieldKind.FILE, "", "");
        add(SettingsTopic.REGISTRY, "registry.hub_key", FieldKind.TEXT, "", "");
    }

    private void add(SettingsTopic topic, String label, FieldKind kind, String usual, String kinds,
            String... choices) {
        all.add(new Known(topic, label, kind, usual, Arrays.asList(choices),
                Stream.of(kinds.split(" ")).filter(word -> !word.isEmpty()).toList()));
    }
}
