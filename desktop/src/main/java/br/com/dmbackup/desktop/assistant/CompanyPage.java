package br.com.dmbackup.desktop.assistant;

import br.com.dmbackup.desktop.form.FieldRow;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.protocol.api.SettingsField.FieldKind;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsView;
import java.util.List;
import java.util.stream.Stream;

/** <i>Dados da empresa</i>: who the store is. */
final class CompanyPage extends AssistantPage {
    private static final long serialVersionUID = 1L;

    private final transient FieldRow cnpj;
    private final transient FieldRow name;

    CompanyPage(Texts texts, SettingsView view) {
        super(texts, "company", view);
        cnpj = ask("store.cnpj", FieldKind.TEXT, "", List.of());
        name = ask("store.name", FieldKind.TEXT, "", List.of());
        for (String more : List.of("legal_name", "city", "state", "phone", "email", "contact")) {
            ask("store." + more, FieldKind.TEXT, "", List.of());
        }
    }

    @Override
    List<SettingsFlaw> missing() {
        return Stream.of(cnpj, name).filter(row -> row.value().isEmpty()).map(row -> needed(row.key())).toList();
    }

    @Override
    List<String> summary() {
        return List.of(line("settings.label.store.cnpj", cnpj.value()),
                line("settings.label.store.name", name.value()));
    }
}
