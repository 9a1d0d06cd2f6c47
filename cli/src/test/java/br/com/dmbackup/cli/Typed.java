package br.com.dmbackup.cli;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.protocol.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A command typed in a folder, and what it said. */
final class Typed {
    private final Path folder;
    private final AtomicLong nanos = new AtomicLong();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Map<String, String> environment = Map.of();
    private String answers = "";
    private boolean live;
    private Verb verb = session -> ExitCode.OK;

    Typed(Path folder) {
        this.folder = folder;
    }

    Typed with(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    Typed verb(Verb work) {
        verb = work;
        return this;
    }

    /** A person sits at the terminal and will type these lines. */
    Typed answering(String... lines) {
        live = true;
        answers = String.join("\n", lines) + "\n";
        return this;
    }

    int run(String... arguments) {
        Surroundings.Screen screen = new Surroundings.Screen(
                new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)), utf8(out), utf8(err), live, 80);
        Surroundings surroundings = new Surroundings(screen, environment, folder, Clock.systemUTC(),
                () -> new MonotonicStamp("test", nanos.get()),
                Checkpoint.NONE);
        return Dmbackup.run(List.of(arguments), surroundings, List.of(new DmbackupTest.Try(verb)));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
