package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.channel.NotifySettings;
import br.com.dmbackup.agent.notify.opening.OpeningSettings;
import br.com.dmbackup.cli.Session;
import br.com.dmbackup.core.settings.SettingsTables;
import br.com.dmbackup.terminal.life.Hours;
import br.com.dmbackup.terminal.life.TerminalHome;
import br.com.dmbackup.terminal.life.TerminalSettings;
import java.util.List;

/**
 * All that {@code terminal.toml} says.
 *
 * @param channels how people are told
 */
record TerminalSetup(TerminalHome home, TerminalSettings settings, Hours hours, List<ChannelSettings> channels) {
    /**
     * Reads it.
     *
     * @throws br.com.dmbackup.core.backup.BackupFault {@code TERMINAL_NOT_SET_UP}, {@code SETTINGS_INVALID} with every
     *         problem as a detail, and those of reading the file
     */
    static TerminalSetup of(Session session) {
        TerminalHome home = new TerminalHome(session.home());
        home.requireSetUp();
        SettingsTables tables = SettingsTables.read(home.settingsFile());
        TerminalSettings settings = TerminalSettings.read(tables);
        OpeningSettings opening = tables.read(OpeningSettings.PART);
        List<ChannelSettings> channels = tables.read(NotifySettings.PART);
        tables.requireSound(session.words());
        return new TerminalSetup(home, settings, new Hours(opening.hours(), opening.closedDays()), channels);
    }
}
