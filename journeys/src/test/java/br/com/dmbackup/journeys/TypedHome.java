package br.com.dmbackup.journeys;

import br.com.dmbackup.cli.Dmbackup;
import br.com.dmbackup.cli.Surroundings;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.testkit.time.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A home folder whose commands are typed, each as the real program runs it, on a clock that we set. */
final class TypedHome {
    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    final Path folder;
    final Path home;
    final SettableClock clock = SettableClock.at("2022-06-29T09:30", ZONE);
    private Checkpoint checkpoint = Checkpoint.NONE;

    TypedHome(Path folder) {
        this.folder = folder;
        this.home = folder.resolve("casa");
    }

    /** What a command said and how it ended. */
    record Said(int code, String out, String err) {
        String all() {
            return out + err;
        }
    }

    /** Writes settings whose {@code [database]} section is this. */
    TypedHome with(String database) throws java.io.IOException {
        Files.createDirectories(home);
        Files.createDirectories(folder.resolve("terminal"));
        Files.writeString(home.resolve("dmbackup.toml"), """
                [store]
                time_zone = "America/Sao_Paulo"
                [database]
                %s
                [[destination]]
                name = "terminal"
                kind = "folder"
                path = '%s'
                marker = false
                """.formatted(database, folder.resolve("terminal")));
        return this;
    }

    TypedHome at(Checkpoint watched) {
        checkpoint = watched;
        return this;
    }

    Said at(String localDateTime, String... command) {
        clock.set(localDateTime);
        return type(command);
    }

    Said type(String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings.Screen screen = new Surroundings.Screen(new ByteArrayInputStream(new byte[0]), utf8(out),
                utf8(err), false, 200);
        List<String> typed = new ArrayList<>(List.of(command));
        typed.addAll(List.of("--home", home.toString()));
        int code = Dmbackup.run(typed, new Surroundings(screen, Map.of(), folder, clock,
                () -> new MonotonicStamp("boot", clock.millis() * 1_000_000), checkpoint), List.of());
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Path slot(String place, String slot) {
        return folder.resolve(place).resolve(slot).resolve("MCDados.zip");
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
