package br.com.dmbackup.cli;

import br.com.dmbackup.cli.adopt.AdoptCommand;
import br.com.dmbackup.cli.agent.AgentCommand;
import br.com.dmbackup.cli.archive.ArchiveCommand;
import br.com.dmbackup.cli.backup.AcceptCommand;
import br.com.dmbackup.cli.backup.BackupCommand;
import br.com.dmbackup.cli.backup.DeliverCommand;
import br.com.dmbackup.cli.catalog.CatalogCommand;
import br.com.dmbackup.cli.desktop.DesktopCommand;
import br.com.dmbackup.cli.desktop.DesktopLine;
import br.com.dmbackup.cli.ensure.EnsureRunningCommand;
import br.com.dmbackup.cli.hub.HubCommand;
import br.com.dmbackup.cli.init.InitCommand;
import br.com.dmbackup.cli.notify.NotifyCommand;
import br.com.dmbackup.cli.report.ListCommand;
import br.com.dmbackup.cli.report.StatusCommand;
import br.com.dmbackup.cli.restore.DrillCommand;
import br.com.dmbackup.cli.restore.RestoreCommand;
import br.com.dmbackup.cli.service.ServiceCommand;
import br.com.dmbackup.cli.settings.SettingsCommand;
import br.com.dmbackup.cli.sqlserver.SqlServerCommand;
import br.com.dmbackup.cli.support.SupportCommand;
import br.com.dmbackup.cli.terminal.PairCommand;
import br.com.dmbackup.cli.terminal.TerminalCommand;
import br.com.dmbackup.cli.verify.VerifyCommand;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: reads a command line, runs its verb, tells what came of it. */
public final class Dmbackup {
    private static final String TERMINAL = "dmbackup terminal";
    static final String TEXTS = "br.com.dmbackup.cli.texts";

    private final List<String> arguments;
    private final Surroundings surroundings;
    private final Messages words;
    private final Messages texts;

    private Dmbackup(List<String> arguments, Surroundings surroundings) {
        Language language = SpokenLanguage.of(arguments, surroundings);
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.words = Messages.in(language);
        this.texts = Messages.in(language, TEXTS);
    }

    public static void main(String[] arguments) {
        runAndExit(arguments, List.of());
    }

    /** The {@code main} of a program with further verbs: ends the process, and lets Ctrl+C end the work tidily. */
    public static void runAndExit(String[] arguments, List<Verb> furtherVerbs) {
        QuickLook.answer(arguments, System.getenv()).ifPresent(System::exit);
        windows(List.of(arguments)).ifPresent(System::exit);
        Interruption interruption = Interruption.of(Thread.currentThread());
        int code = run(List.of(arguments), Surroundings.ofProcess(), furtherVerbs);
        interruption.ended();
        System.exit(code);
    }

    /** The windows; none for other commands, and where there is no screen. */
    private static OptionalInt windows(List<String> arguments) {
        Optional<DesktopLine> line = DesktopLine.of(arguments);
        if (line.isEmpty()) {
            return OptionalInt.empty();
        }
        Path current = Path.of("").toAbsolutePath();
        Map<String, String> environment = System.getenv();
        try {
            return line.get().shown(HomeFolder.of(line.get().home().orElse(null), current, environment),
                    SpokenLanguage.of(arguments, current, environment), environment);
        } catch (InterruptedException asked) {
            return OptionalInt.of(ExitCode.OK.number());
        }
    }

    /**
     * Runs one command to its end. Never throws: what goes wrong is told on the screen and in the exit code.
     *
     * @param furtherVerbs commands besides the product's own, each annotated as picocli's {@code Command}
     * @return the number of an {@link ExitCode}
     */
    public static int run(List<String> arguments, Surroundings surroundings, List<Verb> furtherVerbs) {
        return new Dmbackup(arguments, surroundings).run(furtherVerbs).number();
    }

    private ExitCode run(List<Verb> furtherVerbs) {
        Output output = arguments.contains("--json")
                ? new JsonOutput(surroundings, words)
                : new HumanOutput(surroundings, words, texts);
        try {
            Optional<AgentLine> agent = AgentLine.of(arguments);
            return agent.isPresent()
                    ? run(agent.get().command(), "agent", agent.get().home(), output)
                    : run(furtherVerbs, output);
        } catch (ParameterException wrong) {
            return failed(UsageFault.of(wrong, texts), output);
        } catch (BackupFault fault) {
            return failed(fault, output);
        }
    }

    private ExitCode run(List<Verb> furtherVerbs, Output output) {
        List<Object> verbs = new ArrayList<>(List.of(new InitCommand(), new BackupCommand(), new ListCommand(),
                new StatusCommand(), new VerifyCommand(), new DrillCommand(), new RestoreCommand(),
                new DeliverCommand(), new AcceptCommand(), new AdoptCommand(), new SettingsCommand(),
                new CatalogCommand(), new AgentCommand(), new EnsureRunningCommand(), new DesktopCommand(),
                new ServiceCommand(),
                new NotifyCommand(), new TerminalCommand(), new PairCommand(), new HubCommand(), new SupportCommand(),
                new SqlServerCommand(), new ArchiveCommand()));
        verbs.addAll(furtherVerbs);
        GlobalOptions options = new GlobalOptions();
        SpokenLanguage.check(arguments, texts);
        ParseResult parsed = CommandTree.of(options, verbs, texts, surroundings.screen().columns())
                .parseArgs(arguments.toArray(String[]::new));
        while (parsed.hasSubcommand() && !parsed.isVersionHelpRequested()) {
            parsed = parsed.subcommand();
        }
        if (parsed.isVersionHelpRequested()) {
            surroundings.screen().out().println("DMBackup " + ProgramVersion.text());
            return ExitCode.OK;
        }
        if (!parsed.isUsageHelpRequested() && parsed.commandSpec().userObject() instanceof Verb verb) {
            return run(verb, parsed.commandSpec().qualifiedName(), options.home, output);
        }
        CommandLine command = parsed.commandSpec().commandLine();
        command.usage(surroundings.screen().out(), CommandLine.Help.Ansi.OFF);
        return ExitCode.OK;
    }

    private ExitCode run(Verb verb, String typed, @Nullable Path told, Output output) {
        Path home = HomeFolder.of(told, surroundings);
        LogFile log = LogFile.ofHome(home, typed.startsWith(TERMINAL));
        try {
            ExitCode code = verb.run(new Session(surroundings, home, output, words, texts));
            output.end(code);
            return code;
        } catch (Throwable thrown) {
            return failed(interrupted(thrown, typed), output);
        } finally {
            log.close();
        }
    }

    /** Whatever file was in hand at that moment: a person is told which command it was. */
    private static Throwable interrupted(Throwable thrown, String typed) {
        return thrown instanceof BackupFault fault && fault.code() == FaultCode.CANCELLED
                ? BackupFault.of(FaultCode.CANCELLED, typed).causedBy(fault)
                : thrown;
    }

    /** The one place where something thrown becomes words and an exit code; the stack goes to the log alone. */
    private ExitCode failed(Throwable thrown, Output output) {
        // A pending interruption would keep the rest from being written.
        Thread.interrupted();
        Failure failure = Failure.of(thrown, words);
        Logger log = LoggerFactory.getLogger(Dmbackup.class);
        if (failure.code() == FaultCode.INTERNAL) {
            log.error("{}", failure.message(), thrown);
        } else {
            log.warn("{}", failure.number(), thrown);
        }
        if (surroundings.environment().containsKey("DMBACKUP_DEBUG")) {
            thrown.printStackTrace(surroundings.screen().err());
        }
        output.failure(failure);
        output.end(failure.exitCode());
        return failure.exitCode();
    }
}
