package br.com.dmbackup.agent.notify.opening;

import br.com.dmbackup.core.settings.SettingsPart;
import br.com.dmbackup.core.settings.SettingsSection;
import br.com.dmbackup.silence.BrazilianHolidays;
import br.com.dmbackup.silence.ClosedDays;
import br.com.dmbackup.silence.WeeklyHours;
import br.com.dmbackup.silence.WeeklyHours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table {@code [opening]} of the settings.
 *
 * @param hours what somebody wrote down; a day without hours is closed. None where no day is written: then the hours are
 *        learned
 * @param closed days on which the store is closed besides
 * @param holidays whether it is closed on Brazil's holidays
 */
public record OpeningSettings(Optional<WeeklyHours> hours, Set<LocalDate> closed, boolean holidays) {
    /** How the table is read. */
    public static final SettingsPart<OpeningSettings> PART = new Part();
    /** When nothing is said. */
    public static final OpeningSettings LEARNED = new OpeningSettings(Optional.empty(), Set.of(), true);

    public OpeningSettings {
        closed = Set.copyOf(closed);
    }

    /** Whether somebody wrote down that the store is closed at this moment. */
    public boolean surelyClosed(ZonedDateTime local) {
        LocalDate day = local.toLocalDate();
        int quarter = local.getHour() * 4 + local.getMinute() / 15;
        return hours.filter(written -> closedDays().contains(day) || !written.on(day).get(quarter)).isPresent();
    }

    /** Days on which nobody is expected. */
    public ClosedDays closedDays() {
        return (holidays ? new BrazilianHolidays() : ClosedDays.NONE).and(closed);
    }

    private static final class Part implements SettingsPart<OpeningSettings> {
        @Override
        public String name() {
            return "opening";
        }

        @Override
        public OpeningSettings read(List<SettingsSection> tables) {
            SettingsSection table = tables.getFirst();
            Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                String key = day.name().toLowerCase(Locale.ROOT);
                table.optionalText(key).ifPresent(text -> week.put(day, WrittenHours.read(table, key, text)));
            }
            return new OpeningSettings(week.isEmpty() ? Optional.empty() : Optional.of(new WeeklyHours(week)),
                    closed(table), table.flag("holidays", true));
        }

        private static Set<LocalDate> closed(SettingsSection table) {
            Set<LocalDate> days = new HashSet<>();
            for (String written : table.optionalTexts("closed").orElse(List.of())) {
                try {
                    days.add(LocalDate.parse(written.strip()));
                } catch (DateTimeException noDay) {
                    table.problem("closed", "settings.opening.day", written);
                }
            }
            return days;
        }
    }
}
