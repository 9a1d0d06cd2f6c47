package br.com.dmbackup.cli.desktop;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.desktop.look.Theme;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code desktop} where its command line is out of the ordinary, or nothing can be shown. */
@Command(name = "desktop")
public final class DesktopCommand implements Verb {
    @Option(names = "--tray")
    boolean tray;

    @Option(names = "--theme", paramLabel = "light|dark")
    @Nullable
    Theme theme;

    @Override
    public ExitCode run(Session session) {
        DesktopLine line = new DesktopLine(Optional.of(session.home()), Optional.of(session.words().language()),
                Optional.ofNullable(theme), tray);
        try {
            if (line.shown(session.home(), session.words().language(), session.surroundings().environment())
                    .isEmpty()) {
                throw BackupFault.of(FaultCode.SCREEN_MISSING);
            }
            return ExitCode.OK;
        } catch (InterruptedException asked) {
            return ExitCode.OK;
        }
    }
}
