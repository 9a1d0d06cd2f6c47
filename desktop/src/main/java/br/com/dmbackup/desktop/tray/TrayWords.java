package br.com.dmbackup.desktop.tray;

import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;

/** What the sign near the clock says. */
final class TrayWords {
    private TrayWords() {}

    static String tip(DesktopContext context, AgentPicture picture) {
        Texts texts = context.texts();
        String last = picture.status().flatMap(AgentStatus::lastBackup)
                .map(backup -> texts.text("tray.last", context.moment(backup.startedAt())))
                .orElseGet(() -> texts.text(picture.status().isPresent() ? "tray.never" : "tray.unknown"));
        return "DMBackup: " + texts.text("tone." + picture.tone()) + "\n" + last;
    }

    static String balloon(Texts texts, Changes.Change change) {
        return change.trouble().map(Trouble::message).orElseGet(
                () -> texts.text(change.tone() == Tone.ABSENT ? "window.no_agent" : "tray.well"));
    }
}
