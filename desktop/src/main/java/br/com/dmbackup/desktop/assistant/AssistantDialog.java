package br.com.dmbackup.desktop.assistant;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.AgentSheet;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.wording.Wording;
import br.com.dmbackup.protocol.api.PairingAsked;
import br.com.dmbackup.protocol.api.SettingsChange;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsView;
import java.awt.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Page by page from nothing to the first backup. Each page is left only when the agent finds nothing wrong with it. */
public final class AssistantDialog extends AgentSheet {
    private static final long serialVersionUID = 1L;

    private final JLabel heading = Controls.heading("");
    private final JPanel room = new JPanel(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill,top]"));
    private final JButton back;
    private final JButton next;
    private final JButton finish;
    private final JButton leave;
    private final transient Conclusion conclusion = new Conclusion();
    private transient List<AssistantPage> pages = List.of();
    private transient @Nullable DatabasePage database;
    private transient @Nullable CopiesPage copies;
    private transient @Nullable SummaryPage summary;
    private int at;
    private boolean loading;
    private boolean reached;

    public AssistantDialog(Window owner, DesktopContext context) {
        super(owner, context, "assistant");
        heading.setName("assistant.heading");
        content().add(heading);
        content().add(room, "grow, w 560lp, hmin 380lp, gaptop related");
        back = Controls.button(texts(), "assistant.back", () -> go(at - 1));
        next = Controls.button(texts(), "assistant.next", this::next);
        finish = Controls.button(texts(), "assistant.finish", this::finish);
        leave = Controls.button(texts(), "button.cancel", this::close);
        buttons(next, List.of(back, next, finish, leave));
        heading.setText(text("assistant.loading"));
        ready(false);
        finish.setVisible(false);
    }

    /** Whether the first backup was made. */
    public boolean reached() {
        return reached;
    }

    @Override
    protected void agentSeen(AgentPicture picture) {
        if (picture.answers() && pages.isEmpty() && !loading) {
            loading = true;
            context().admin().run(this, agent -> {
                // Asks for the administrator at the beginning and not after five pages.
                agent.check(new SettingsChanges(List.of(), false));
                return agent.form();
            }, this::begin, thrown -> {
                context().faults().show(this, thrown);
                close();
            });
        }
    }

    private void begin(SettingsView view) {
        database = new DatabasePage(texts(), view, this::tryConnection, this::fit);
        copies = new CopiesPage(texts(), view, this::fit);
        summary = new SummaryPage(texts(), view);
        pages = List.of(new CompanyPage(texts(), view), database, copies, new HoursPage(texts(), view),
                new LanguagePage(texts(), view), summary);
        go(0);
    }

    private void go(int page) {
        at = page;
        AssistantPage shown = pages.get(page);
        heading.setText(text("assistant.heading", page + 1, pages.size(), shown.heading()));
        room.removeAll();
        room.add(shown);
        boolean last = page == pages.size() - 1;
        next.setVisible(!last);
        finish.setVisible(last);
        getRootPane().setDefaultButton(last ? finish : next);
        if (last && summary != null) {
            summary.show(pages.stream().flatMap(each -> each.summary().stream()).toList());
        }
        ready(true);
        room.revalidate();
        room.repaint();
        fit();
    }

    private SettingsChanges changes() {
        List<SettingsChange> all = pages.stream().flatMap(page -> page.changes().stream()).toList();
        return new SettingsChanges(all, pages.stream().anyMatch(AssistantPage::createsFolders));
    }

    private void next() {
        AssistantPage page = pages.get(at);
        List<SettingsFlaw> missing = page.missing();
        if (!missing.isEmpty()) {
            flawed(page, missing);
            return;
        }
        ready(false);
        conclusion.again();
        SettingsChanges all = changes();
        context().admin().run(this, agent -> page.examine(agent, all), flaws -> {
            if (flaws.isEmpty()) {
                page.flaws(List.of());
                go(at + 1);
            } else {
                ready(true);
                flawed(page, flaws);
            }
        }, this::failed);
    }

    private void flawed(AssistantPage page, List<SettingsFlaw> flaws) {
        page.flaws(flaws);
        fit();
    }

    private void tryConnection() {
        DatabasePage page = database;
        if (page == null) {
            return;
        }
        ready(false);
        page.say(text("assistant.testing"), Tone.WORKING);
        SettingsChanges all = changes();
        context().admin().run(this, agent -> agent.tryOut(all), trial -> {
            page.tested(trial.findings());
            ready(true);
            fit();
        }, this::failed);
    }

    private void finish() {
        SummaryPage page = summary;
        CopiesPage where = copies;
        if (page == null || where == null) {
            return;
        }
        ready(false);
        finish.setEnabled(false);
        SettingsChanges all = changes();
        Optional<PairingAsked> pairing = where.pairing();
        context().admin().run(this, agent -> conclusion.reach(agent, all, pairing, stage -> {
            if (stage == Conclusion.Stage.BACKUP && pairing.isPresent()) {
                where.nowPaired();
            }
            page.begun(stage);
            fit();
        }), result -> done(page, result), thrown -> {
            Wording failure = context().faults().wording(thrown);
            page.ended(Tone.FAILURE, failure.happened() + "\n" + failure.remedy()
                    + failure.details().stream().collect(Collectors.joining("\n", "\n", "")), "");
            finish.setEnabled(true);
            ready(true);
            fit();
        });
    }

    private void done(SummaryPage page, Conclusion.Result result) {
        reached = true;
        boolean whole = result.backup().outcome().equals("SUCCEEDED");
        Optional<String> key = result.pairing().flatMap(paired -> paired.recoveryKey());
        page.ended(whole ? Tone.OK : Tone.ATTENTION,
                text("assistant.done", result.backup().summary())
                        + result.backup().faults().stream().map(fault -> "\n" + fault.message())
                                .collect(Collectors.joining())
                        + key.map(made -> "\n\n" + text("pairing.key.about")).orElse(""),
                key.orElse(""));
        finish.setVisible(false);
        back.setVisible(false);
        leave.setText(texts().text("assistant.leave"));
        getRootPane().setDefaultButton(leave);
        fit();
    }

    private void failed(Throwable thrown) {
        ready(true);
        context().faults().show(this, thrown);
    }

    private void ready(boolean may) {
        back.setEnabled(may && at > 0);
        next.setEnabled(may);
    }
}
