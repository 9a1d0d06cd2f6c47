package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.channel.ChannelSettings;
import br.com.dmbackup.agent.notify.channel.NotifySettings;
import br.com.dmbackup.agent.notify.opening.OpeningSettings;
import br.com.dmbackup.core.backup.StoreIdentity;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.settings.SettingsPart;
import br.com.dmbackup.protocol.Language;
import java.time.ZoneId;
import java.util.List;

/**
 * All that the settings say about messages.
 *
 * @param store the store's name; empty where the settings do not say
 */
public record Setup(String store, Language language, ZoneId zone, List<ChannelSettings> channels,
        OpeningSettings opening, SummarySettings summary) {

    /** The parts of the settings file that are read here. */
    public static final List<SettingsPart<?>> PARTS = List.of(NotifySettings.PART, OpeningSettings.PART,
            SummarySettings.PART);

    public Setup {
        channels = List.copyOf(channels);
    }

    /** From settings that were read with {@link #PARTS}. */
    public static Setup of(Sound sound) {
        return new Setup(sound.settings().store().map(StoreIdentity::name).orElse(""), sound.settings().language(),
                sound.settings().zone(), sound.parts().of(NotifySettings.PART), sound.parts().of(OpeningSettings.PART),
                sound.parts().of(SummarySettings.PART));
    }
}
