package br.com.dmbackup.desktop.window;

import br.com.dmbackup.desktop.look.Controls;
import br.com.dmbackup.desktop.look.Sheet;
import br.com.dmbackup.desktop.look.StateIcon;
import br.com.dmbackup.desktop.look.Tone;
import br.com.dmbackup.desktop.session.AgentPicture;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What a store is told once at each start when its copies stand on one machine alone. */
public final class LocalOnlyAlert extends Sheet {
    private static final long serialVersionUID = 1L;

    private LocalOnlyAlert(Window owner, DesktopContext context, String warning, Optional<UseCase> manual) {
        super(owner, context.texts(), "local");
        setModalityType(ModalityType.MODELESS);
        JPanel told = new JPanel(new MigLayout("insets 0, fillx, gapx 14", "[][grow,fill]", ""));
        told.add(new JLabel(new StateIcon(Tone.ATTENTION, 40)), "top");
        told.add(Controls.prose("local.warning", warning), "wmin 300lp");
        content().add(told);
        JButton known = Controls.button(texts(), "button.ok", this::close);
        List<JButton> row = new ArrayList<>();
        manual.ifPresent(useCase -> row.add(Controls.button(texts(), useCase.key(), () -> {
            close();
            useCase.open().accept(owner);
        })));
        row.add(known);
        buttons(known, row);
    }

    /** Shows it as soon as the agent says that there is something to be told; once. */
    public static void atStart(Window owner, DesktopContext context, Optional<UseCase> manual) {
        boolean[] told = {false};
        Runnable[] listening = {() -> {}};
        listening[0] = context.agent().listen(picture -> warning(picture).filter(warning -> !told[0])
                .ifPresent(warning -> {
                    told[0] = true;
                    EventQueue.invokeLater(() -> {
                        listening[0].run();
                        new LocalOnlyAlert(owner, context, warning, manual).open();
                    });
                }));
    }

    private static Optional<String> warning(AgentPicture picture) {
        return picture.now().filter(AgentStatus::localOnly).flatMap(AgentStatus::warning);
    }
}
