package br.com.dmbackup.journeys;

import br.com.dmbackup.core.backup.Step;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Starts {@link Victim}s, one ahead of need, and kills them as {@code kill -9} does. Thread-safe. */
final class KilledProcess implements AutoCloseable {
    private final Path folder;
    private @Nullable Process waiting;

    /**
     * @param folder for what the processes leave behind
     */
    KilledProcess(Path folder) {
        this.folder = folder;
    }

    /** A process in the middle of its verb. Closing kills it. */
    record Standing(Process process, Step step) implements AutoCloseable {
        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Runs the verb in a process and kills it at the n-th step, which is returned. */
    Step killAt(int number, KilledVerb verb, Path store, boolean careful) throws IOException {
        try (Standing standing = standAt(number, verb, store, careful)) {
            return standing.step();
        }
    }

    /**
     * Runs the verb in a process up to its n-th step.
     *
     * @throws IllegalStateException with what the process said when it ended before
     */
    Standing standAt(int number, KilledVerb verb, Path store, boolean careful)
            throws IOException {
        Process victim = next();
        BufferedReader said = victim.inputReader(StandardCharsets.UTF_8);
        BufferedWriter order = victim.outputWriter(StandardCharsets.UTF_8);
        order.write(String.join("\t", store.toString(), verb.name(), String.valueOf(number),
                String.valueOf(careful)) + "\n");
        order.flush();
        String step = said.readLine();
        if (step == null || step.equals(Victim.ENDED)) {
            victim.destroyForcibly().onExit().join();
            throw new IllegalStateException(verb + " did not reach step " + number + ": "
                    + Files.readString(folder.resolve("victims.log")));
        }
        return new Standing(victim, Step.valueOf(step));
    }

    private synchronized Process next() throws IOException {
        Process next = waiting == null ? start() : waiting;
        waiting = start();
        return next;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-Dorg.sqlite.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Victim.class.getName())
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("victims.log").toFile())).start();
    }

    @Override
    public synchronized void close() {
        if (waiting != null) {
            waiting.destroyForcibly().onExit().join();
        }
    }
}
