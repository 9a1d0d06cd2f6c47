package br.com.dmbackup.demo;

import br.com.dmbackup.cli.ProgramVersion;
import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.desktop.Desktop;
import br.com.dmbackup.desktop.DesktopOptions;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The tray and the windows over the real agent, for a person to try: nothing here is faster than in life, and it ends when
 * that person closes the tray.
 */
final class DesktopTour {
    static final int CHAPTERS = 3;
    /** Of the checkout. */
    static final String PICTURES = "docs/manual";
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int MOST_GLANCES = 300;

    private final Pharmacy pharmacy;
    private final DemoFolder folder;
    private final DemoClock clock;
    private final Prompt prompt;
    private final Narrator narrator;

    DesktopTour(Pharmacy pharmacy, DemoFolder folder, DemoClock clock, Prompt prompt, Narrator narrator) {
        this.pharmacy = pharmacy;
        this.folder = folder;
        this.clock = clock;
        this.prompt = prompt;
        this.narrator = narrator;
    }

    void live(long bytes, Language language) throws SQLException, IOException, InterruptedException {
        narrator.say("window.title");
        narrator.say("demo.folder", folder.typed());
        narrator.blank();
        narrator.say("demo.making", bytes);
        pharmacy.make(bytes, clock.today().atTime(OPENING), grown -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            narrator.percent(grown, bytes);
        });
        narrator.percentOver();
        clock.set(OPENING.plusMinutes(40));
        narrator.chapter(OPENING.plusMinutes(40), "demo.init");
        List<String> init = new ArrayList<>(List.of("init", "--home", folder.typed().toString()));
        init.addAll(pharmacy.address());
        init.addAll(List.of("--terminal", folder.terminal().toString(), "--cnpj", "11.222.333/0001-81",
                "--store-name", narrator.texts().text("demo.store"), "--yes"));
        prompt.type(init.toArray(String[]::new));
        show(language);
    }

    private void show(Language language) throws IOException, InterruptedException {
        Path home = folder.real(folder.typed());
        Clock here = Clock.system(DemoCommand.ZONE);
        List<String> words = new ArrayList<>(List.of("agent", "--leashed", "--home", home.toString()));
        words.addAll(prompt.always());
        try (AgentProcess process = AgentProcess.start(words, folder.workingFolder())) {
            narrator.chapter(LocalTime.now(here).truncatedTo(java.time.temporal.ChronoUnit.SECONDS), "window.agent");
            await(home, process);
            narrator.chapter(LocalTime.now(here).truncatedTo(java.time.temporal.ChronoUnit.SECONDS), "window.open");
            narrator.line(prompt.line("desktop", "--home", folder.typed().toString()).text());
            narrator.blank();
            narrator.say("window.how");
            try (Desktop desktop = Desktop.start(new DesktopOptions(home, language, Optional.empty(), false,
                    ProgramVersion.text(), home.resolve("janelas"), here))) {
                desktop.awaitEnd();
            }
            process.end(Duration.ofSeconds(30));
        }
    }

    private void await(Path home, AgentProcess process) throws InterruptedException {
        for (int glance = 0; !answers(home); glance++) {
            if (glance == MOST_GLANCES || process.endsWithin(GLANCE)) {
                throw new DemoStopped(narrator.texts().text("live.agent_ended"), ExitCode.INTERNAL);
            }
        }
    }

    private static boolean answers(Path home) {
        try {
            return LocalAgent.find(home).isPresent();
        } catch (AgentFault notYet) {
            return false;
        }
    }
}
