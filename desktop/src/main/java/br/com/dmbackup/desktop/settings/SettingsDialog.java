package br.com.dmbackup.desktop.settings;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.AgentSheet;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsTopic;
import br.com.dmbackup.protocol.api.SettingsTrial.Finding;
import br.com.dmbackup.protocol.api.SettingsView;
import java.awt.Window;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;

/**
 * <i>Config. APP</i>. Opens for reading; "Alterar" asks for an administrator once. What somebody else changed meanwhile is
 * fetched, and what was typed here stays typed.
 */
public final class SettingsDialog extends AgentSheet {
    private static final long serialVersionUID = 1L;
    private static final String WIDE = "growx, wmin 300lp";

    private final JTextArea said = Controls.prose("settings.said", "");
    private final JButton change;
    private final JButton save;
    private final JButton pair;
    private @Nullable SettingsBoard board;
    private transient @Nullable SettingsView view;
    private boolean editing;
    private boolean loading;

    /**
     * @param assistant opens the assistant over this window, and returns when it was closed
     * @param pairing the same for becoming acquainted with a terminal
     */
    public SettingsDialog(Window owner, DesktopContext context, Consumer<Window> assistant, Consumer<Window> pairing) {
        super(owner, context, "settings");
        content().add(Controls.prose("settings.intro", text("settings.intro")), WIDE);
        said.setVisible(false);
        content().add(said, WIDE);
        change = Controls.button(texts(), "settings.change", this::edit);
        save = Controls.button(texts(), "settings.save", this::save);
        pair = Controls.button(texts(), "settings.pair", () -> elsewhere(pairing));
        JButton wizard = Controls.button(texts(), "settings.assistant", () -> elsewhere(assistant));
        JButton leave = Controls.button(texts(), "button.close", this::close);
        buttons(leave, List.of(wizard, pair, change, save, leave));
        change.setEnabled(false);
        save.setVisible(false);
    }

    @Override
    protected void agentSeen(AgentPicture picture) {
        if (picture.answers() && view == null && !loading) {
            load(List.of(), "");
        }
        change.setEnabled(picture.answers() && view != null);
        save.setEnabled(picture.answers() && editing);
        pair.setEnabled(picture.answers());
    }

    /** @param typed what a person had typed already */
    private void load(List<SettingsChange> typed, String words) {
        loading = true;
        context().work().run(() -> context().agent().require().form(), form -> {
            loading = false;
            show(form, typed);
            say(words.isEmpty() && !form.written() ? text("settings.unwritten") : words, Tone.ATTENTION);
        }, thrown -> {
            loading = false;
            context().faults().show(this, thrown);
        });
    }

    private void show(SettingsView form, List<SettingsChange> typed) {
        Optional<SettingsTopic> topic = Optional.ofNullable(board).map(SettingsBoard::shown);
        Optional.ofNullable(board).ifPresent(content()::remove);
        view = form;
        SettingsBoard made = new SettingsBoard(texts(), form, this::test);
        board = made;
        content().add(made, "grow, w 740lp, h 420lp");
        made.editable(editing);
        made.typed(typed);
        topic.ifPresent(made::show);
        if (!form.flaws().isEmpty()) {
            tell(form.flaws());
        }
        change.setEnabled(true);
        fit();
    }

    private void edit() {
        change.setEnabled(false);
        context().admin().run(this, agent -> agent.check(new SettingsChanges(List.of(), false)), flaws -> {
            editing = true;
            change.setVisible(false);
            save.setVisible(true);
            save.setEnabled(true);
            getRootPane().setDefaultButton(save);
            Optional.ofNullable(board).ifPresent(it -> it.editable(true));
            say(text("settings.editing"), Tone.WORKING);
            fit();
        }, thrown -> {
            change.setEnabled(true);
            context().faults().show(this, thrown);
        });
    }

    private void save() {
        SettingsBoard now = board;
        SettingsView shown = view;
        if (now == null || shown == null) {
            return;
        }
        List<SettingsChange> changes = now.changes();
        if (changes.isEmpty()) {
            say(text("settings.nothing_changed"), Tone.ATTENTION);
            return;
        }
        save.setEnabled(false);
        SettingsChanges sent = new SettingsChanges(changes, false);
        context().admin().run(this, agent -> {
            List<SettingsFlaw> flaws = agent.check(sent);
            if (flaws.isEmpty()) {
                agent.change(shown.version(), sent);
            }
            return flaws;
        }, flaws -> {
            save.setEnabled(true);
            if (flaws.isEmpty()) {
                load(List.of(), text("settings.saved"));
            } else {
                tell(flaws);
            }
        }, thrown -> {
            save.setEnabled(true);
            if (thrown instanceof AgentFault fault && fault.code() == FaultCode.SETTINGS_CHANGED_MEANWHILE) {
                load(changes, text("settings.changed_meanwhile"));
            } else {
                context().faults().show(this, thrown);
            }
        });
    }

    /** What came of a test message; flaws where the settings would not do. */
    private record Tested(List<SettingsFlaw> flaws, List<Finding> findings) {}

    /** Through the channel as it is typed, kept or not. */
    private void test(NoticeCard card) {
        SettingsBoard now = board;
        if (now == null) {
            return;
        }
        SettingsChanges typed = new SettingsChanges(now.changes(), false);
        card.trying(true);
        card.say(text("settings.notice.sending"), Tone.WORKING);
        context().admin().run(this, agent -> {
            List<SettingsFlaw> flaws = agent.check(typed);
            return new Tested(flaws,
                    flaws.isEmpty() ? agent.sendTest(card.channel(), typed).findings() : List.of());
        }, tested -> {
            card.trying(false);
            card.say("", Tone.OK);
            if (!tested.flaws().isEmpty()) {
                tell(tested.flaws());
            }
            tested.findings().forEach(finding -> card.say(
                    finding.message() + (finding.hint().isEmpty() ? "" : "\n" + finding.hint()),
                    finding.good() ? Tone.OK : Tone.FAILURE));
        }, thrown -> {
            card.trying(false);
            card.say("", Tone.OK);
            context().faults().show(this, thrown);
        });
    }

    private void tell(List<SettingsFlaw> flaws) {
        SettingsBoard now = board;
        if (now == null) {
            return;
        }
        List<SettingsFlaw> elsewhere = now.flaws(flaws);
        String more = elsewhere.stream()
                .map(flaw -> text("settings.flaw", flaw.line(), flaw.column(), flaw.key(), flaw.message()))
                .collect(Collectors.joining("\n", elsewhere.isEmpty() ? "" : "\n", ""));
        say(text("settings.flaws", flaws.size()) + more, Tone.FAILURE);
    }

    /** What was done there may have changed what is shown here. */
    private void elsewhere(Consumer<Window> other) {
        other.accept(this);
        List<SettingsChange> typed = Optional.ofNullable(board).map(SettingsBoard::changes).orElse(List.of());
        if (context().agent().picture().answers()) {
            load(typed, "");
        }
    }

    private void say(String words, Tone tone) {
        said.setText(words);
        said.setForeground(tone.colour());
        said.setVisible(!words.isEmpty());
        fit();
    }
}
