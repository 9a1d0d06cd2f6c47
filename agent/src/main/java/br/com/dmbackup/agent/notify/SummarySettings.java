package br.com.dmbackup.agent.notify;

import br.com.dmbackup.core.settings.SettingsPart;
import br.com.dmbackup.core.settings.SettingsSection;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code [summary]} of the settings.
 *
 * @param at when the day's summary is sent; none: never
 */
public record SummarySettings(Optional<LocalTime> at) {
    /** How the table is read. */
    public static final SettingsPart<SummarySettings> PART = new Part();

    private static final class Part implements SettingsPart<SummarySettings> {
        @Override
        public String name() {
            return "summary";
        }

        @Override
        public SummarySettings read(List<SettingsSection> tables) {
            SettingsSection table = tables.getFirst();
            return new SummarySettings(table.optionalText("at").flatMap(text -> time(table, text)));
        }

        private static Optional<LocalTime> time(SettingsSection table, String text) {
            try {
                return Optional.of(LocalTime.parse(text.strip().length() == "9:00".length() ? "0" + text : text));
            } catch (DateTimeException noTime) {
                table.problem("at", "settings.summary.at", text);
                return Optional.empty();
            }
        }
    }
}
