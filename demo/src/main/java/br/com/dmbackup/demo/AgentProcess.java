package br.com.dmbackup.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The agent as a process of its own. It ends in good order when its input does. */
final class AgentProcess implements AutoCloseable {
    private static final String LANGUAGE = "DMBACKUP_LOCALE";
    private final Process process;

    private AgentProcess(Process process) {
        this.process = process;
    }

    /** @param words of its command line */
    static AgentProcess start(List<String> words, Path workingFolder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders", "-Xmx128m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), DemoMain.class.getName()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putIfAbsent(LANGUAGE, "pt_BR.UTF-8");
        return new AgentProcess(builder.start());
    }

    /** Waits so long at most; whether it has ended. */
    boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets go of it and waits for its end; its exit code. */
    int end(Duration patience) throws InterruptedException, IOException {
        process.getOutputStream().close();
        if (!endsWithin(patience)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
