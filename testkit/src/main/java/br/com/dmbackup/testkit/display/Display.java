package br.com.dmbackup.testkit.display;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * One screen for a test process: an X server of its own (Xvfb) on a free number, a window manager (openbox) and, where
 * wanted, a tray (trayer). It ends with the process. {@link #ready} must come before the first class of AWT is used,
 * since AWT takes the screen's name from the environment once.
 */
public final class Display {
    private static final String SIZE = "1280x1024x24";
    private static Optional<Display> one = Optional.empty();

    private final String name;
    private final List<Process> running = new ArrayList<>();
    private Optional<Process> tray = Optional.empty();

    private Display(String name) {
        this.name = name;
    }

    /**
     * The screen of this process. Where a program that it needs is missing the test is skipped, or fails when the
     * environment says {@code CI=true}.
     */
    public static synchronized Display ready() throws IOException {
        if (one.isEmpty()) {
            require("Xvfb", "openbox", "trayer");
            one = Optional.of(started());
        }
        return one.get();
    }

    /** Such as {@code :7}. */
    public String name() {
        return name;
    }

    /** Starts the tray, if none runs. */
    public synchronized void tray() throws IOException {
        if (tray.filter(Process::isAlive).isEmpty()) {
            tray = Optional.of(program("trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request",
                    "--height", "28", "--SetDockType", "true"));
        }
    }

    /** Takes the tray away. */
    public synchronized void noTray() throws InterruptedException {
        if (tray.isPresent()) {
            tray.get().destroy();
            tray.get().waitFor(10, TimeUnit.SECONDS);
            tray = Optional.empty();
        }
    }

    private static Display started() throws IOException {
        // It ends with its last client. Were it ended by us, Xlib would end this process with an error.
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp",
                "-terminate").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said = new BufferedReader(
                new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = said.readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start");
        }
        Display display = new Display(":" + number.strip());
        inEnvironment(display.name);
        // Else AWT looks at the environment as it was when this process began.
        System.setProperty("java.awt.headless", "false");
        display.running.add(display.program("openbox", "--sm-disable"));
        Runtime.getRuntime().addShutdownHook(new Thread(display::end));
        return display;
    }

    private Process program(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", name);
        return builder.start();
    }

    private synchronized void end() {
        tray.ifPresent(Process::destroy);
        running.reversed().forEach(Process::destroy);
    }

    /** Java reads its environment once and cannot change it; AWT's native part asks the C library. */
    @SuppressWarnings("restricted") // its signature was copied with care
    private static void inEnvironment(String display) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) linker.downcallHandle(linker.defaultLookup().find("setenv").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT))
                    .invoke(arena.allocateFrom("DISPLAY"), arena.allocateFrom(display), 1);
            if (failed != 0) {
                throw new IllegalStateException("setenv");
            }
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    private static void require(String... programs) {
        for (String program : programs) {
            boolean there = Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            if (!there && "true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(program + " is missing");
            }
            Assumptions.assumeTrue(there, program + " is not installed");
        }
    }
}
