package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The launcher's process: {@code --programs FOLDER --home FOLDER}, or {@code --program FOLDER} for one unpacked
 * distribution; {@code --role TERMINAL} holds the backup terminal instead of the agent. Ends with 0 when it was asked to or its agent was, 2
 * for a wrong command line, 8 when the home has a launcher already. On Windows the service's program calls
 * {@link #main} and {@link #stop} inside itself.
 */
public final class Launcher {
    private static final AtomicReference<Supervisor> RUNNING = new AtomicReference<>();
    private static final Duration LONGEST_END = Duration.ofSeconds(35);

    private Launcher() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Optional<Programs> programs = folder("--programs", arguments).map(Programs::new)
                .or(() -> folder("--program", arguments).map(unpacked -> new Programs(unpacked, true)));
        Optional<Path> home = folder("--home", arguments);
        if (programs.isEmpty() || home.isEmpty()) {
            System.err.println(
                    "usage: dmbackup-launcher --programs FOLDER | --program FOLDER --home FOLDER (both must be there)");
            System.exit(2);
        } else {
            int code = run(ChildCommand.here(programs.get(), home.get(), role(arguments)), Patience.USUAL);
            if (code != 0) {
                System.exit(code);
            }
        }
    }

    /** Ends what {@link #main} began in this process, and waits for it; called by the Windows service. */
    @SuppressWarnings("unused") // the parameter is what the service's program gives
    public static void stop(String[] arguments) throws InterruptedException {
        Supervisor supervisor = RUNNING.get();
        if (supervisor != null) {
            supervisor.end();
            boolean inTime = supervisor.awaitEnd(LONGEST_END);
            assert inTime || supervisor.equals(RUNNING.get());
        }
    }

    static int run(ChildCommand command, Patience patience) throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        Optional<OnlyLauncher> only = OnlyLauncher.of(command.home(), command.role());
        if (only.isEmpty()) {
            new LauncherLog(command.home(), command.role(), clock).say("there is a launcher already: this one ends");
            return Patience.HOME_TAKEN;
        }
        try (OnlyLauncher held = only.get()) {
            assert held.isHeld();
            Supervisor supervisor = new Supervisor(command, patience, clock, System::nanoTime);
            RUNNING.set(supervisor);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endAtShutdown(supervisor), "end"));
            return supervisor.run();
        }
    }

    private static void endAtShutdown(Supervisor supervisor) {
        supervisor.end();
        try {
            boolean inTime = supervisor.awaitEnd(LONGEST_END);
            assert inTime || RUNNING.get() != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Role role(String[] arguments) {
        List<String> words = List.of(arguments);
        int option = words.indexOf(Role.OPTION);
        return option >= 0 && option + 1 < words.size() && words.get(option + 1).equals(Role.TERMINAL.name())
                ? Role.TERMINAL
                : Role.AGENT;
    }

    private static Optional<Path> folder(String option, String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(option)) {
                return Optional.of(Path.of(arguments[i + 1]).toAbsolutePath().normalize()).filter(Files::isDirectory);
            }
        }
        return Optional.empty();
    }
}
