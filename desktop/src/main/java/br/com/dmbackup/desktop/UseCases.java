package br.com.dmbackup.desktop;

import br.com.dmbackup.client.LocalTerminal;
import br.com.dmbackup.desktop.address.AddressDialog;
import br.com.dmbackup.desktop.assistant.AssistantDialog;
import br.com.dmbackup.desktop.pairing.PairingDialog;
import br.com.dmbackup.desktop.remedy.OwnProgram;
import br.com.dmbackup.desktop.remedy.Remedies;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.settings.SettingsDialog;
import br.com.dmbackup.desktop.terminal.TerminalSheet;
import br.com.dmbackup.desktop.window.UseCase;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.awt.Window;
import java.util.List;
import javax.swing.JComponent;

/** All use cases of the main window, in the order of their buttons. */
final class UseCases {
    private final DesktopContext context;
    private final Archives archives;

    UseCases(DesktopContext context) {
        this.context = context;
        this.archives = new Archives(context);
    }

    List<UseCase> buttons() {
        boolean terminal = LocalTerminal.isHome(context.agent().home());
        return List.of(UseCase.always("window.manual", archives::manual),
                new UseCase("window.address", picture -> picture.status().filter(AgentStatus::integrated).isPresent(),
                        owner -> new AddressDialog(owner, context).open()),
                UseCase.always("window.settings",
                        owner -> new SettingsDialog(owner, context, this::assistant, this::pairing).open()),
                UseCase.always("window.restore", archives::restore),
                new UseCase("window.terminal", picture -> terminal,
                        owner -> new TerminalSheet(owner, context).open()));
    }

    /** What is shown between the last backup and the buttons. */
    List<JComponent> pictures() {
        return List.of(archives.slots());
    }

    /** What the program can mend itself. */
    void remedies() {
        context.faults().offer(archives.suspiciousRemedy());
        Remedies.all(context, OwnProgram.of(context.agent().home()), this::pairing, this::assistant)
                .forEach(context.faults()::offer);
    }

    private boolean assistant(Window over) {
        AssistantDialog assistant = new AssistantDialog(over, context);
        assistant.open();
        return assistant.reached();
    }

    private boolean pairing(Window over) {
        PairingDialog pairing = new PairingDialog(over, context);
        pairing.open();
        return pairing.paired();
    }
}
