package br.com.dmbackup.cli.ensure;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.installation.Home;
import br.com.dmbackup.core.program.Program;
import br.com.dmbackup.core.program.ProgramAnswer;
import br.com.dmbackup.launcher.Role;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.service.LauncherLine;
import br.com.dmbackup.service.ProgramFiles;
import br.com.dmbackup.service.ServiceMark;
import br.com.dmbackup.service.ServicePlan;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the agent of a home: its service, or else a launcher of its own that outlives this process. */
final class Start {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int MOST_FIRST_LOOKS = 50;
    private static final Duration COMMAND = Duration.ofSeconds(60);
    private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");
    private static final boolean WINDOWS = System.getProperty("os.name", "").toLowerCase(Locale.ROOT)
            .startsWith("windows");

    private final Home home;
    private final Duration atMost;

    Start(Home home, Duration atMost) {
        this.home = home;
        this.atMost = atMost;
    }

    /**
     * The agent, once it answers.
     *
     * @throws BackupFault {@code SERVICE_STEP_FAILED}, {@code AGENT_NOT_STARTED}, {@code HOME_NOT_WRITABLE}
     */
    LocalAgent agent() {
        if (ServiceMark.of(home).isPresent() && serviceManagerRuns()) {
            startService();
            return answering();
        }
        return startedAlone();
    }

    /** How it stands, once its first look around is over; an agent that cannot look around says so soon, too. */
    static AgentStatus known(LocalAgent agent) {
        AgentStatus status = agent.status();
        for (int look = 0; status.places().isEmpty() && look < MOST_FIRST_LOOKS; look++) {
            rest();
            status = agent.status();
        }
        return status;
    }

    private static boolean serviceManagerRuns() {
        return WINDOWS || Files.isDirectory(Path.of("/run/systemd/system"));
    }

    private static void startService() {
        Program control = Program.of(WINDOWS
                ? List.of("sc.exe", "start", ServicePlan.WINDOWS_NAME)
                : List.of("systemctl", "start", "--no-ask-password", ServicePlan.UNIT));
        ProgramAnswer answer = control.ask(COMMAND);
        // 1056: it runs already.
        if (!answer.succeeded() && !(WINDOWS && answer.exitCode() == 1056)) {
            throw BackupFault.of(FaultCode.SERVICE_STEP_FAILED, String.join(" ", control.command()),
                    answer.errors().isEmpty() ? "exit " + answer.exitCode() : answer.errors().getLast());
        }
    }

    /** One after another: whoever comes second finds what the first has started. */
    private LocalAgent startedAlone() {
        Path folder = Role.AGENT.folder(home.root());
        try {
            Files.createDirectories(folder);
            Files.createDirectories(home.logFolder());
            try (FileChannel channel = FileChannel.open(folder.resolve("start.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock mine = channel.lock()) {
                assert mine.isValid();
                Optional<LocalAgent> there = LocalAgent.find(home.root());
                if (there.isPresent()) {
                    return there.get();
                }
                startLauncher();
                return answering();
            }
        } catch (IOException refused) {
            throw BackupFault.of(FaultCode.HOME_NOT_WRITABLE, folder, FileWords.of(refused)).causedBy(refused);
        }
    }

    private void startLauncher() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "javaw" : "java");
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(OWN_SESSION)) {
            // Else it would end with the terminal or the ERP that it was started from.
            line.add(OWN_SESSION.toString());
        }
        line.addAll(LauncherLine.of(java, ProgramFiles.launcherJar(Start.class), ProgramFiles.programs(Start.class),
                home));
        Path said = home.logFolder().resolve("launcher-output.log");
        Process launcher = new ProcessBuilder(line).directory(home.root().toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.to(said.toFile())).redirectErrorStream(true).start();
        launcher.getOutputStream().close();
    }

    private LocalAgent answering() {
        long looks = Math.max(1, atMost.dividedBy(LOOK));
        for (long look = 0; look < looks; look++) {
            Optional<LocalAgent> agent = LocalAgent.find(home.root());
            if (agent.isPresent()) {
                return agent.get();
            }
            rest();
        }
        throw BackupFault.of(FaultCode.AGENT_NOT_STARTED, home.root(), atMost.toSeconds());
    }

    private static void rest() {
        try {
            boolean never = new CountDownLatch(1).await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw BackupFault.of(FaultCode.CANCELLED, "ensure-running").causedBy(interrupted);
        }
    }
}
