package br.com.dmbackup.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.demo.DemoMain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program as the launcher runs it: a process of its own in a folder, with an empty environment. */
public record RealProgram(Path folder) {

    /** @param text both its outputs */
    public record Ended(int code, String text) {}

    /** Runs one command to its end, which must come within three minutes. */
    public Ended run(List<String> arguments) throws IOException, InterruptedException {
        return run(List.of(), DemoMain.class, arguments);
    }

    /** The same with a program of ours, and whatever it is started by. */
    public Ended run(List<String> within, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        Path heard = Files.createTempFile(folder, "heard", ".txt");
        Process process = leashed(within, program, arguments, heard);
        process.getOutputStream().close();
        try (InputStream nothing = process.getInputStream()) {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ends in time").isTrue();
            assertThat(nothing.readAllBytes()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(heard, StandardCharsets.UTF_8));
    }

    /** Starts one command and kills it as soon as something has come to pass. */
    void killedWhen(BooleanSupplier cameToPass, List<String> arguments) throws IOException, InterruptedException {
        Path heard = Files.createTempFile(folder, "heard", ".txt");
        Process process = start(arguments, heard);
        boolean reached = cameToPass.getAsBoolean();
        process.destroyForcibly().waitFor();
        assertThat(reached).as(Files.readString(heard, StandardCharsets.UTF_8)).isTrue();
    }

    private Process start(List<String> arguments, Path heard) throws IOException {
        Process process = leashed(arguments, heard);
        process.getOutputStream().close();
        return process;
    }

    /**
     * Starts one command whose input stays open.
     *
     * @param heard where both its outputs go
     */
    public Process leashed(List<String> arguments, Path heard) throws IOException {
        return leashed(List.of(), DemoMain.class, arguments, heard);
    }

    /**
     * Starts one command of a program of ours.
     *
     * @param within what it is started by, such as {@code ip netns exec NAME}; empty for nothing
     */
    public Process leashed(List<String> within, Class<?> program, List<String> arguments, Path heard)
            throws IOException {
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                // Short lives: what the second compiler would gain comes too late for them.
                "-XX:TieredStopAtLevel=1", "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        // What the launcher sets where nothing is set.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.redirectOutput(heard.toFile()).start();
    }
}
