package br.com.dmbackup.desktop;

import br.com.dmbackup.desktop.close.CloseSheet;
import br.com.dmbackup.desktop.look.Texts;
import br.com.dmbackup.desktop.session.AdminDoor;
import br.com.dmbackup.desktop.session.AgentSession;
import br.com.dmbackup.desktop.session.Appearance;
import br.com.dmbackup.desktop.session.DesktopContext;
import br.com.dmbackup.desktop.session.Preferences;
import br.com.dmbackup.desktop.session.SlotsSession;
import br.com.dmbackup.desktop.session.TerminalSight;
import br.com.dmbackup.desktop.terminal.TerminalWindow;
import br.com.dmbackup.desktop.tray.Tray;
import br.com.dmbackup.desktop.window.BackupNow;
import br.com.dmbackup.desktop.window.LocalOnlyAlert;
import br.com.dmbackup.desktop.window.MainWindow;
import br.com.dmbackup.desktop.window.UseCase;
import br.com.dmbackup.desktop.wording.Faults;
import br.com.dmbackup.desktop.wording.SupportDetails;
import br.com.dmbackup.desktop.work.Background;
import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.WindowConstants;

/** The tray and the windows of one home: made, joined, and ended. */
public final class Desktop implements AutoCloseable {
    private static final String MANUAL = "window.manual";

    private final DesktopContext context;
    private final MainWindow window;
    private final Optional<TerminalWindow> terminal;
    private final Optional<Tray> tray;
    private final CountDownLatch ended = new CountDownLatch(1);

    private boolean closing;

    /** On the thread that draws. */
    private Desktop(DesktopOptions options) {
        Background work = new Background();
        Preferences preferences = new Preferences(options.settings());
        Appearance appearance = new Appearance(preferences, work, options.theme());
        appearance.known().install();
        Texts texts = Texts.in(options.language());
        AgentSession agent = new AgentSession(options.home(), options.language());
        Faults faults = new Faults(texts, new SupportDetails(options.version()));
        context = new DesktopContext(agent, new SlotsSession(agent, work),
                new AdminDoor(agent, texts, work, faults, options.clock()), texts, work, faults,
                preferences, appearance, options.clock());
        UseCases uses = new UseCases(context);
        uses.remedies();
        agent.start();
        BackupNow backup = new BackupNow(context);
        List<UseCase> useCases = uses.buttons();
        window = new MainWindow(context, backup, useCases, uses.pictures(),
                options.version());
        terminal = TerminalSight.only(options.home())
                ? Optional.of(new TerminalWindow(context, options.version()))
                : Optional.empty();
        front().setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        front().addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                away();
            }
        });
        tray = Tray.show(context, new Tray.Menu() {
            @Override
            public void view() {
                bringUp();
            }

            @Override
            public void backUp() {
                backup.ask((report, fault) -> fault.ifPresent(thrown -> faults.show(window, thrown)));
            }

            @Override
            public void close() {
                askToClose();
            }
        });
        LocalOnlyAlert.atStart(window, context, useCases.stream().filter(one -> one.key().equals(MANUAL)).findFirst());
        appearance.follow();
        if (!options.trayOnly()) {
            bringUp();
        } else if (tray.isEmpty()) {
            away();
            front().setVisible(true);
        }
    }

    /** Whether this session has a screen at all. */
    public static boolean possible() {
        try {
            return !GraphicsEnvironment.isHeadless()
                    && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
        } catch (AWTError | HeadlessException unreachable) {
            return false;
        }
    }

    /**
     * Starts it and returns at once.
     *
     * @throws java.awt.AWTError where the screen cannot be reached
     */
    public static Desktop start(DesktopOptions options) throws InterruptedException {
        try {
            Desktop[] made = new Desktop[1];
            EventQueue.invokeAndWait(() -> made[0] = new Desktop(options));
            return made[0];
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(thrown.getCause());
        }
    }

    /** Waits until a person closes it. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    public DesktopContext context() {
        return context;
    }

    public MainWindow window() {
        return window;
    }

    /** Brings the main window before the person. */
    public void view() {
        EventQueue.invokeLater(this::bringUp);
    }

    /** The window that a person sees here: on a machine that is a terminal alone, the terminal's. */
    private JFrame front() {
        return terminal.<JFrame>map(shown -> shown).orElse(window);
    }

    private void bringUp() {
        terminal.ifPresentOrElse(TerminalWindow::bringUp, window::bringUp);
    }

    /** "Fechar". */
    private void askToClose() {
        if (closing) {
            return;
        }
        closing = true;
        boolean right = new CloseSheet(front(), context).asked();
        closing = false;
        if (right) {
            end();
        }
    }

    /** Out of the way, but not gone. */
    private void away() {
        if (tray.isPresent()) {
            front().setVisible(false);
        } else {
            front().setExtendedState(front().getExtendedState() | JFrame.ICONIFIED);
        }
    }

    private void end() {
        tray.ifPresent(Tray::close);
        window.dispose();
        terminal.ifPresent(TerminalWindow::dispose);
        context.agent().close();
        context.work().close();
        ended.countDown();
    }

    @Override
    public void close() {
        try {
            EventQueue.invokeAndWait(this::end);
        } catch (InterruptedException hurried) {
            // It ends all the same, when the screen comes to it.
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getCause());
        }
    }
}
