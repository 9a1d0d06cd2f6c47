package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.agent.notify.Setup;
import br.com.dmbackup.agent.settings.SettingsEdit;
import br.com.dmbackup.agent.settings.SettingsEdit.UnknownKey;
import br.com.dmbackup.agent.settings.SettingsForm;
import br.com.dmbackup.agent.settings.SettingsTry;
import br.com.dmbackup.core.installation.DatabaseTrial;
import br.com.dmbackup.core.installation.SettingsReader.Reading;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.core.settings.SettingsFile;
import br.com.dmbackup.core.settings.SettingsProblem;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.PairingAsked;
import br.com.dmbackup.protocol.api.PairingReport;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.protocol.api.SettingsView;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/**
 * {@code /v1/settings/…}: the settings as a form that every till may read, and changes to single values. They become a
 * text that is checked and kept by {@link SettingsDesk} as any other; a home without settings gets its first ones here.
 */
final class FormDesk {
    private static final int LARGEST = 1 << 16;

    private final HomeDoor door;
    private final SettingsDesk desk;

    FormDesk(HomeDoor door, SettingsDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.till("GET", "/v1/settings/form", "", this::show),
                Endpoint.admin("PATCH", "/v1/settings", Caller.JSON, this::change),
                Endpoint.admin("POST", "/v1/settings/check", Caller.JSON, this::check),
                Endpoint.admin("POST", "/v1/settings/try", Caller.JSON, this::tryOut),
                Endpoint.admin("POST", "/v1/settings/notices/{name}", Caller.JSON, this::sendTest),
                Endpoint.admin("POST", "/v1/settings/pair", Caller.JSON, this::pair));
    }

    private void show(Caller caller) throws IOException {
        String text = desk.presentOrNone();
        SettingsForm form = form(text);
        List<SettingsProblem> problems = text.isEmpty() ? List.of() : problems(door.proposed(text));
        caller.answer(200, new SettingsView(SettingsDesk.version(text), !text.isEmpty(), form.groups(),
                form.flaws(problems, caller.words()), form.channels()));
    }

    private void change(Caller caller) throws IOException {
        SettingsChanges sent = changes(caller);
        desk.keep(caller, true, present -> changed(caller, present, sent), proposed -> {
            if (sent.createFolders()) {
                trying(caller.words()).createFolders(proposed);
            }
            trying(caller.words()).newFolders(desk.presentOrNone(), proposed).forEach(door::mark);
        });
    }

    private void check(Caller caller) throws IOException {
        String changed = changed(caller, desk.presentOrNone(), changes(caller));
        caller.answer(200, form(changed).flaws(problems(door.proposed(changed)), caller.words()));
    }

    private void tryOut(Caller caller) throws IOException {
        SettingsChanges sent = changes(caller);
        String present = desk.presentOrNone();
        String changed = changed(caller, present, sent);
        desk.requireAllowed(caller, present, SettingsFile.parse(changed));
        caller.answer(200, trying(caller.words()).of(changed, sent.createFolders()));
    }

    /** Through the channel as these changes would make it. */
    private void sendTest(Caller caller) throws IOException {
        SettingsChanges sent = changes(caller);
        String present = desk.presentOrNone();
        String changed = changed(caller, present, sent);
        desk.requireAllowed(caller, present, SettingsFile.parse(changed));
        switch (door.proposed(changed)) {
            case Sound sound -> caller.answer(200, NoticeTry.of(Setup.of(sound), door.clock(), caller));
            case Unsound unsound -> throw Refusal.of(unsound.fault(caller.words()));
        }
    }

    private void pair(Caller caller) throws IOException {
        PairingAsked asked = caller.sent(PairingAsked.class);
        if (asked.code() == null) {
            throw Refusal.notUnderstood(400, "why.api_json");
        }
        PairingReport report = door.pair(asked.code(), asked.address());
        desk.takeUp();
        caller.answer(200, report);
    }

    private static SettingsChanges changes(Caller caller) throws IOException {
        SettingsChanges sent = caller.sent(SettingsChanges.class, LARGEST);
        if (sent.changes().stream().anyMatch(change -> change.key() == null)) {
            throw Refusal.notUnderstood(400, "why.api_json");
        }
        return sent;
    }

    /** What could not be read would be lost: it is for a person to mend in the text. */
    private String changed(Caller caller, String present, SettingsChanges sent) {
        List<SettingsProblem> unreadable = SettingsFile.parse(present).syntaxProblems();
        if (!unreadable.isEmpty()) {
            throw Refusal.of(new Unsound(door.home().settingsFile(), unreadable).fault(caller.words()));
        }
        try {
            return new SettingsEdit(door.engines(), SecretSealer.inHome(door.home().root()), caller.words())
                    .with(present, sent.changes());
        } catch (UnknownKey unknown) {
            throw Refusal.notUnderstood(400, "why.api_key");
        }
    }

    private SettingsForm form(String text) {
        return new SettingsForm(SettingsFile.parse(MaskedSecrets.of(text).text()), door.engines());
    }

    private static List<SettingsProblem> problems(Reading reading) {
        return switch (reading) {
            case Sound sound -> List.of();
            case Unsound unsound -> unsound.problems();
        };
    }

    private SettingsTry trying(Messages words) {
        return new SettingsTry(door.home(), new DatabaseTrial(file -> door.proposed(file.text()),
                door.clock().withZone(ZoneId.systemDefault())), words);
    }
}
