package br.com.dmbackup.desktop.assistant;

import br.com.dmbackup.desktop.form.FieldRow;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import br.com.dmbackup.protocol.api.SettingsView;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When the store is open, so that silence then is noticed. */
final class HoursPage extends AssistantPage {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldRow> days;

    HoursPage(Texts texts, SettingsView view) {
        super(texts, "hours", view);
        days = Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                .map(day -> ask("opening." + day, FieldKind.TEXT, "", List.of())).toList();
        ask("opening.holidays", FieldKind.FLAG, "true", List.of());
    }

    @Override
    List<String> summary() {
        String week = days.stream().filter(day -> !day.value().isEmpty()).map(day -> day.words() + " " + day.value())
                .collect(Collectors.joining("; "));
        return List.of(line("assistant.hours", week.isEmpty() ? texts().text("assistant.learned") : week));
    }
}
