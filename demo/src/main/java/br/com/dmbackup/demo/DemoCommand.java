package br.com.dmbackup.demo;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.cli.Surroundings.Screen;
import br.com.dmbackup.cli.Verb;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.desktop.Desktop;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dmbackup demo}: yesterday in a pharmacy that never was, in a folder of its own. */
@Command(name = "demo")
public final class DemoCommand implements Verb {
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final int MOST_SPEED = 600;
    private static final long AGENT_BYTES = 50L << 20;
    private static final String TEXTS = "br.com.dmbackup.demo.texts";

    @Option(names = "--size", converter = SizeText.class, paramLabel = "${bundle:label.size}")
    @Nullable
    Long databaseBytes;

    @Option(names = "--engine", defaultValue = "sqlite", paramLabel = "${bundle:label.engine}", converter = DemoEngine.Word.class)
    DemoEngine engine = DemoEngine.SQLITE;

    @Option(names = "--agent")
    boolean agent;

    @Option(names = "--terminal")
    boolean terminal;

    @Option(names = "--desktop")
    boolean desktop;

    @Option(names = "--speed", paramLabel = "N", defaultValue = "60")
    int speed = 60;

    @Spec
    @Nullable
    CommandSpec spec;

    /** What a program is told. */
    record Shown(Path home, String database, long seconds, List<Prompt.Typed> commands) {}

    @Override
    public ExitCode run(Session session) {
        Surroundings real = session.surroundings();
        Messages texts = Messages.in(session.words().language(), TEXTS);
        LongSupplier nanos = () -> real.monotonic().now().nanos();
        long begin = nanos.getAsLong();
        DemoFolder folder = option("--home") instanceof Path given
                ? new DemoFolder(real.workingFolder(), given)
                : DemoFolder.unused(real.workingFolder());
        if (agent && (engine != DemoEngine.SQLITE || speed < 1 || speed > MOST_SPEED)) {
            throw BackupFault.of(FaultCode.USAGE, texts.text("live.usage", MOST_SPEED));
        }
        if (terminal && (agent || engine != DemoEngine.SQLITE)) {
            throw BackupFault.of(FaultCode.USAGE, texts.text("two.usage"));
        }
        if (desktop && (agent || terminal || engine != DemoEngine.SQLITE)) {
            throw BackupFault.of(FaultCode.USAGE, texts.text("window.usage"));
        }
        if (desktop && !Desktop.possible()) {
            session.output().line(texts.text("window.no_screen", DesktopTour.PICTURES));
            return ExitCode.OK;
        }
        DemoClock clock = new DemoClock(nanos, LocalDate.now(real.clock().withZone(ZONE)).minusDays(1), ZONE);
        Screen screen = screen(real);
        Prompt prompt = prompt(real, screen, texts, clock, clock.monotonic());
        Narrator narrator = new Narrator(screen, texts, chapters());
        long usual = agent || terminal || desktop ? AGENT_BYTES : engine.usualBytes();
        long bytes = databaseBytes == null ? usual : databaseBytes;
        folder.prepare(bytes);
        try (Pharmacy pharmacy = engine.pharmacy(folder, clock.withZone(ZONE))) {
            if (agent) {
                AgentMorning morning = new AgentMorning(pharmacy, folder, clock, prompt, narrator, speed);
                morning.install(bytes);
                var start = new FastClock.Start(clock.today().atTime(AgentMorning.begin()).atZone(ZONE).toInstant(),
                        real.clock().instant(), speed);
                FastClock fast = new FastClock(real.clock(), start, ZONE);
                morning.live(fast, start, prompt(real, screen, texts, fast, fast.monotonic()));
            } else if (desktop) {
                new DesktopTour(pharmacy, folder, clock, prompt, narrator).live(bytes,
                        session.words().language());
            } else if (terminal) {
                new TerminalDay(pharmacy, folder, clock, prompt, narrator).live(bytes);
            } else {
                new PharmacyDay(pharmacy, folder, clock, prompt, narrator).live(bytes);
            }
            long seconds = Duration.ofNanos(nanos.getAsLong() - begin).toSeconds();
            String home = terminal
                    ? folder.typed().resolve("servidor-novo").toString()
                    : folder.typed().toString();
            farewell(narrator, prompt, home, folder, pharmacy, seconds);
            session.output().result(new Shown(folder.real(folder.typed()), pharmacy.name(), seconds, prompt.typed()));
            return ExitCode.OK;
        } catch (DemoStopped stopped) {
            screen.out().flush();
            screen.err().println();
            screen.err().println(stopped.message());
            return stopped.code();
        } catch (SQLException | IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, folder.typed(), String.valueOf(e.getMessage()))
                    .causedBy(e);
        } catch (CancellationException | InterruptedException e) {
            throw BackupFault.of(FaultCode.CANCELLED, "demo").causedBy(e);
        }
    }

    private int chapters() {
        if (terminal) {
            return TerminalDay.CHAPTERS;
        }
        if (desktop) {
            return DesktopTour.CHAPTERS;
        }
        return agent ? AgentMorning.CHAPTERS : PharmacyDay.CHAPTERS;
    }

    private Prompt prompt(Surroundings real, Screen screen, Messages texts, Clock clock, MonotonicSource monotonic) {
        return new Prompt(new Surroundings(screen, real.environment(), real.workingFolder(), clock, monotonic,
                real.checkpoint()), texts, program(real), language());
    }

    private void farewell(Narrator narrator, Prompt prompt, String home, DemoFolder folder, Pharmacy pharmacy,
            long seconds) {
        narrator.blank();
        narrator.say("demo.end", seconds);
        if (!pharmacy.outlivesTheDemo()) {
            narrator.say("demo.server_gone");
        }
        narrator.say("demo.copy");
        narrator.blank();
        narrator.line(prompt.line("list", "--home", home).text());
        if (!desktop) {
            narrator.line(prompt.line("verify", agent ? "10h" : "11h", "--home", home).text());
        }
        if (pharmacy.outlivesTheDemo() && !desktop) {
            narrator.line(prompt.line("restore", "09h", "--to", pharmacy.unusedName(), "--home", home).text());
        }
        narrator.line(prompt.line("status", "--home", home).text());
        narrator.blank();
        narrator.say("demo.remove");
        narrator.blank();
        narrator.line(new TypedLine("rm", List.of("-r", folder.typed().toString())).text());
    }

    /** Programs get their one JSON object alone. */
    private Screen screen(Surroundings real) {
        Screen screen = real.screen();
        return Boolean.TRUE.equals(option("--json"))
                ? new Screen(screen.in(), new PrintStream(OutputStream.nullOutputStream(), false,
                        StandardCharsets.UTF_8), screen.err(), false, screen.columns())
                : screen;
    }

    private static String program(Surroundings real) {
        return real.environment().getOrDefault("DMBACKUP_COMMAND", "./dmbackup");
    }

    private List<String> language() {
        return option("--lang") instanceof String tag ? List.of("--lang", tag) : List.of();
    }

    private @Nullable Object option(String name) {
        return Objects.requireNonNull(spec).root().findOption(name).getValue();
    }
}
