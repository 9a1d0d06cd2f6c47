package br.com.dmbackup.agent.settings;

import br.com.dmbackup.agent.settings.KnownSettings.Known;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsLeaves;
import br.com.dmbackup.core.settings.SettingsLeaves.Leaf;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.SettingsField;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsGroup;
import br.com.dmbackup.protocol.api.SettingsTopic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A settings file as a form.
 *
 * @param masked the file with its secrets masked, as {@code •••} and a number
 * @param engines the words that may stand at {@code engine = "…"}
 */
public record SettingsForm(SettingsFile masked, List<String> engines) {
    private static final Pattern OF_SEVERAL = Pattern.compile("(\\w+)\\[(\\d+)]\\.(.+)");
    private static final Pattern IN_LIST = Pattern.compile("(.+?)\\[\\d+]$");
    private static final String NAME = "name";

    /** Everything that the backup uses, what is usual where nothing is written included. */
    public List<SettingsGroup> groups() {
        Map<String, String> written = written();
        List<SettingsGroup> groups = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>();
        for (SettingsTopic topic : SettingsTopic.values()) {
            single(topic, written, shown).ifPresent(groups::add);
            several(topic, written, shown).forEach(groups::add);
        }
        List<SettingsField> unknown = written.keySet().stream().filter(key -> !shown.contains(key))
                .map(key -> field(key, key.replaceFirst("\\[.*]", ""), FieldKind.TEXT, "", List.of(), written))
                .toList();
        if (!unknown.isEmpty()) {
            groups.add(new SettingsGroup(SettingsTopic.OTHER, "", unknown));
        }
        return List.copyOf(groups);
    }

    /** What each kind of channel asks for; its name is missing in the keys. */
    public List<SettingsGroup> channels() {
        KnownSettings all = new KnownSettings(engines);
        return all.of("notify.kind").stream().flatMap(kinds -> kinds.choices().stream())
                .map(kind -> new SettingsGroup(SettingsTopic.NOTICES, kind, all.all().stream()
                        .filter(known -> known.table().equals("notify") && known.fits(kind)
                                && !known.label().equals("notify.kind"))
                        .map(known -> field("notify[]." + known.label().substring("notify.".length()), known,
                                Map.of()))
                        .toList()))
                .toList();
    }

    /** What is wrong, each with the key that the form knows it by. */
    public List<SettingsFlaw> flaws(List<SettingsProblem> problems, Messages words) {
        return problems.stream().map(problem -> new SettingsFlaw(problem.line(), problem.column(), key(problem),
                words.text(problem.messageKey(), problem.arguments().toArray()))).toList();
    }

    private String key(SettingsProblem problem) {
        String table = problem.key().replaceFirst("\\..*", "");
        return KnownSettings.LISTS.contains(table) && problem.key().contains(".")
                ? SettingsLeaves.nameAt(masked, table, problem.line())
                        .map(name -> table + "[" + name + "]" + problem.key().substring(table.length()))
                        .orElse(problem.key())
                : problem.key();
    }

    private Optional<SettingsGroup> single(SettingsTopic topic, Map<String, String> written, Set<String> shown) {
        String engine = written.getOrDefault("database.engine", "");
        List<SettingsField> fields = new ArrayList<>();
        for (Known known : new KnownSettings(engines).all()) {
            if (known.topic() == topic && !known.ofList()
                    && (known.fits(engine) || written.containsKey(known.label()))) {
                fields.add(field(known.label(), known, written));
                shown.add(known.label());
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new SettingsGroup(topic, "", List.copyOf(fields)));
    }

    private List<SettingsGroup> several(SettingsTopic topic, Map<String, String> written, Set<String> shown) {
        List<Known> ofTopic = new KnownSettings(engines).all().stream()
                .filter(known -> known.topic() == topic && known.ofList()).toList();
        if (ofTopic.isEmpty()) {
            return List.of();
        }
        String table = ofTopic.getFirst().table();
        Set<String> names = new LinkedHashSet<>();
        written.keySet().stream().filter(key -> key.startsWith(table + "["))
                .forEach(key -> names.add(key.substring(table.length() + 1, key.indexOf(']'))));
        List<SettingsGroup> groups = new ArrayList<>();
        for (String name : names) {
            String before = table + "[" + name + "].";
            String kind = written.getOrDefault(before + "kind", "");
            List<SettingsField> fields = new ArrayList<>();
            for (Known known : ofTopic) {
                String key = before + known.label().substring(table.length() + 1);
                if (known.fits(kind) || written.containsKey(key)) {
                    fields.add(field(key, known, written));
                    shown.add(key);
                }
            }
            written.keySet().stream().filter(key -> key.startsWith(before) && shown.add(key)
                    && !key.equals(before + NAME)).forEach(key -> fields.add(
                            field(key,
                                    table + "." + key.substring(before.length()), FieldKind.TEXT, "", List.of(),
                                    written)));
            groups.add(new SettingsGroup(topic, name, List.copyOf(fields)));
        }
        return groups;
    }

    private static SettingsField field(String key, Known known, Map<String, String> written) {
        return field(key, known.label(), known.kind(), known.usual(), known.choices(), written);
    }

    private static SettingsField field(String key, String label, FieldKind kind, String usual, List<String> choices,
            Map<String, String> written) {
        Optional<String> value = Optional.ofNullable(written.get(key));
        boolean secret = kind == FieldKind.SECRET || value.filter(text -> text.startsWith(SettingsField.MASK))
                .isPresent();
        return new SettingsField(key, label, secret ? FieldKind.SECRET : kind,
                secret ? value.map(text -> text.startsWith("file:") ? text : SettingsField.MASK) : value, usual,
                choices);
    }

    /** Every value by its key; the lines of a list are joined. */
    private Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        List<Leaf> leaves = SettingsLeaves.of(masked);
        for (Leaf leaf : leaves) {
            Matcher several = OF_SEVERAL.matcher(leaf.key());
            if (several.matches() && several.group(3).equals(NAME)) {
                names.put(several.group(1) + several.group(2), leaf.value().toString());
            }
        }
        for (Leaf leaf : leaves) {
            Matcher several = OF_SEVERAL.matcher(leaf.key());
            String key = several.matches()
                    ? several.group(1) + "["
                            + Objects.requireNonNullElse(names.get(several.group(1) + several.group(2)), "?") + "]."
                            + several.group(3)
                    : leaf.key();
            Matcher inList = IN_LIST.matcher(key);
            written.merge(inList.matches() ? inList.group(1) : key, leaf.value().toString(),
                    (before, more) -> before + "\n" + more);
        }
        return written;
    }
}
