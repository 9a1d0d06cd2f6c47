package br.com.dmbackup.agent;

import br.com.dmbackup.core.settings.SettingsPart;
import br.com.dmbackup.core.settings.SettingsSection;
import java.time.Duration;
import java.util.List;

/**
 * The table {@code [agent]} of the settings.
 *
 * @param drill whether a backup is really restored once a day
 * @param longestRun after this long any work is taken for hanging and given up
 * @param longestStandstill a backup of which nothing has moved for this long, too
 */
public record AgentSettings(boolean drill, Duration longestRun, Duration longestStandstill) {
    /** How the table is read. */
    public static final SettingsPart<AgentSettings> PART = new Part();

    private static final class Part implements SettingsPart<AgentSettings> {
        @Override
        public String name() {
            return "agent";
        }

        @Override
        public AgentSettings read(List<SettingsSection> tables) {
            SettingsSection table = tables.getFirst();
            return new AgentSettings(table.flag("drill", true),
                    Duration.ofMinutes(table.integer("longest_run_minutes", 240, 5, 24 * 60)),
                    Duration.ofMinutes(table.integer("standstill_minutes", 20, 1, 24 * 60)));
        }
    }
}
