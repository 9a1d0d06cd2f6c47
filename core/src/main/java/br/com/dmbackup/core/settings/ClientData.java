package br.com.dmbackup.core.settings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The client data (<i>dados da empresa</i>): who the store is and whom to ask for, as far as somebody has said. They
 * stand in {@code [store]} beside its CNPJ and name. They are shown to the store alone: their text form is masked, so
 * that they cannot slip into a log, and no archive carries them.
 */
public record ClientData(Map<ClientField, String> told) {
    public ClientData {
        Map<ClientField, String> ordered = new EnumMap<>(ClientField.class);
        ordered.putAll(told);
        told = Collections.unmodifiableMap(ordered);
    }

    static ClientData read(TableSection store) {
        Map<ClientField, String> told = new EnumMap<>(ClientField.class);
        for (ClientField field : ClientField.values()) {
            store.optionalText(field.key()).ifPresent(written -> field.objection(written).ifPresentOrElse(
                    wrong -> store.problem(field.key(), wrong), () -> told.put(field, field.usual(written))));
        }
        return new ClientData(told);
    }

    /** One line of it, in its usual way of writing. */
    public Optional<String> get(ClientField field) {
        return Optional.ofNullable(told.get(field));
    }

    /** How much is known, never what. */
    @Override
    public String toString() {
        return "ClientData" + told.keySet();
    }
}
