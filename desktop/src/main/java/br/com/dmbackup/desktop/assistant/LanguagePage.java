package br.com.dmbackup.desktop.assistant;

import br.com.dmbackup.desktop.form.FieldRow;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import br.com.dmbackup.protocol.api.SettingsView;
import java.util.List;

/** In which language everything is said, and by which clock. */
final class LanguagePage extends AssistantPage {
    private static final long serialVersionUID = 1L;

    private final transient FieldRow language;
    private final transient FieldRow zone;

    LanguagePage(Texts texts, SettingsView view) {
        super(texts, "language", view);
        language = ask("language", FieldKind.CHOICE, "pt-BR", List.of("pt-BR", "en", "es"));
        if (known("language").isEmpty()) {
            language.typed(texts.language().tag());
        }
        zone = ask("store.time_zone", FieldKind.TEXT, "America/Sao_Paulo", List.of());
    }

    @Override
    List<String> summary() {
        return List.of(
                line("settings.label.language",
                        texts().text("settings.word." + (language.value().isEmpty() ? "pt-BR" : language.value()))),
                line("settings.label.store.time_zone", zone.value().isEmpty() ? "America/Sao_Paulo" : zone.value()));
    }
}
