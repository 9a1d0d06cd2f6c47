package br.com.dmbackup.cli.terminal;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.life.TerminalHome;
import br.com.dmbackup.terminal.life.TerminalSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code terminal init}: makes this machine a backup terminal. May be run again; what was not said stays. */
@Command(name = "init")
public final class TerminalInitCommand implements Verb {
    @Option(names = "--folder", paramLabel = "${bundle:label.folder}")
    @Nullable
    Path folder;

    @Option(names = "--name", paramLabel = "${bundle:label.name}")
    @Nullable
    String name;

    @Option(names = "--port", paramLabel = "${bundle:label.port}")
    @Nullable
    Integer port;

    @Override
    public ExitCode run(Session session) {
        TerminalHome home = new TerminalHome(session.home());
        Optional<TerminalSettings> before = home.isSetUp()
                ? Optional.of(TerminalSetup.of(session).settings())
                : Optional.empty();
        Path wanted = folder == null
                ? before.map(TerminalSettings::folder).orElseGet(() -> session.home().resolve("MCBkp"))
                : session.path(folder);
        String called = name == null
                ? before.map(TerminalSettings::name).orElseGet(TerminalInitCommand::hostName)
                : name;
        int at = port == null ? before.map(TerminalSettings::port).orElse(TerminalSettings.USUAL_PORT) : port;
        makeFolders(session.home(), wanted);
        TerminalSettings.write(home, called, wanted, at, session.words());
        home.prepare();
        TerminalSettings settings = TerminalSetup.of(session).settings();
        session.output().line(session.texts().text("terminal.ready", settings.name(), settings.folder()));
        session.output().line(session.texts().text("terminal.next"));
        new FirewallLines(settings.port()).lines().forEach(line -> session.output().line("  " + line));
        session.output().result(Map.of("name", settings.name(), "folder", settings.folder(), "port", settings.port(),
                "settings", home.settingsFile()));
        return ExitCode.OK;
    }

    private static void makeFolders(Path home, Path folder) {
        try {
            Files.createDirectories(home);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, folder, FileWords.of(e)).causedBy(e);
        }
    }

    private static String hostName() {
        try {
            String host = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9-]", "-");
            return host.isBlank() ? "terminal" : host;
        } catch (IOException nameless) {
            return "terminal";
        }
    }
}
