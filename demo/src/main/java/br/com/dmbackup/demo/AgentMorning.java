package br.com.dmbackup.demo;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.demo.Pharmacy.OpenTill;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.LastBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The agent's story: three hours of a morning, in which it makes each hour's backup by itself. */
final class AgentMorning {
    static final int CHAPTERS = 7;
    private static final LocalTime INSTALLATION = LocalTime.of(7, 15);
    private static final LocalTime BEGIN = LocalTime.of(7, 55);
    private static final Duration BETWEEN_CUSTOMERS = Duration.ofMillis(200);
    /** As time really passes. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);
    private static final int SEED = 7;

    private final Pharmacy pharmacy;
    private final DemoFolder folder;
    private final DemoClock installationClock;
    private final Prompt installation;
    private final Narrator narrator;
    private final int speed;
    /** By the demo's clock. */
    private final Duration patience;

    /** @param speed how many times faster than in reality it all happens */
    AgentMorning(Pharmacy pharmacy, DemoFolder folder, DemoClock clock, Prompt prompt, Narrator narrator, int speed) {
        this.pharmacy = pharmacy;
        this.folder = folder;
        this.installationClock = clock;
        this.installation = prompt;
        this.narrator = narrator;
        this.speed = speed;
        this.patience = PATIENCE.multipliedBy(speed);
    }

    /** Where the agent's clock is to begin. */
    static LocalTime begin() {
        return BEGIN;
    }

    void install(long bytes) throws SQLException, IOException {
        narrator.say("live.title", speed);
        narrator.say("demo.folder", folder.typed());
        narrator.blank();
        narrator.say("demo.making", bytes);
        pharmacy.make(bytes, installationClock.today().atTime(INSTALLATION), grown -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            narrator.percent(grown, bytes);
        });
        narrator.percentOver();
        installationClock.set(INSTALLATION);
        narrator.chapter(INSTALLATION, "demo.init");
        List<String> init = new ArrayList<>(List.of("init", "--home", folder.typed().toString()));
        init.addAll(pharmacy.address());
        init.addAll(List.of("--terminal", folder.terminal().toString(), "--cnpj", "11.222.333/0001-81",
                "--store-name", narrator.texts().text("demo.store"), "--yes"));
        installation.type(init.toArray(String[]::new));
        // On this clock a minute of standing still is a moment; and the drill is shown when a person asks for it.
        Files.writeString(folder.real(folder.typed()).resolve("dmbackup.toml"),
                "\n[agent]\ndrill = false\nstandstill_minutes = 1440\nlongest_run_minutes = 1440\n",
                StandardOpenOption.APPEND);
    }

    /**
     * Lives it.
     *
     * @param prompt types commands on the agent's clock
     */
    void live(FastClock clock, FastClock.Start start, Prompt prompt) throws SQLException, IOException,
            InterruptedException {
        Path home = folder.real(folder.typed());
        List<String> words = new ArrayList<>(FastAgentCommand.words(home.toString(), start));
        words.addAll(prompt.always());
        try (AgentProcess process = AgentProcess.start(words, folder.workingFolder())) {
            Onlooker onlooker = new Onlooker(home, process, clock, narrator);
            narrator.chapter(BEGIN, "live.begin");
            narrator.line(prompt.line("status", "--watch", "--home", folder.typed().toString()).text());
            narrator.blank();
            hour(onlooker, LocalTime.of(8, 0), "live.first");
            away(onlooker, LocalTime.of(9, 0));
            hour(onlooker, LocalTime.of(10, 0), "live.again");
            drill(onlooker, home);
            narrator.chapter(onlooker.now(), "demo.status");
            prompt.type("status", "--home", folder.typed().toString());
            narrator.chapter(onlooker.now(), "live.end");
            int code = process.end(END_PATIENCE);
            if (code != 0) {
                throw new DemoStopped(narrator.texts().text("live.agent_ended"), ExitCode.INTERNAL);
            }
        }
    }

    /** An hour begins, and its backup is made while the till sells. */
    private void hour(Onlooker onlooker, LocalTime top, String key) throws InterruptedException {
        narrator.chapter(onlooker.now(), key, top);
        try (OpenTill till = pharmacy.openTill(SEED + top.getHour(), BETWEEN_CUSTOMERS)) {
            onlooker.until(top);
            require(onlooker.await(status -> made(status, top), patience), "live.no_backup", top);
            onlooker.until(top.plusMinutes(30));
            if (till.failures() > 0) {
                throw new DemoStopped(narrator.texts().text("demo.sales_refused", till.failures()),
                        ExitCode.INTERNAL);
            }
            narrator.say("demo.sold", till.sales());
        }
    }

    /** The database is away when the hour begins, and comes back. */
    private void away(Onlooker onlooker, LocalTime top) throws InterruptedException, IOException {
        narrator.chapter(onlooker.now(), "live.away", top);
        onlooker.until(top.minusMinutes(5));
        Path database = folder.real(folder.database());
        Path away = database.resolveSibling(database.getFileName() + ".desligado");
        Files.move(database, away);
        try {
            onlooker.until(top);
            require(onlooker.await(status -> status.light() == AgentLight.FAILURE, patience), "live.not_noticed");
            onlooker.until(top.plusMinutes(8));
        } finally {
            Files.move(away, database);
        }
        narrator.blank();
        narrator.say("live.back");
        narrator.blank();
        require(onlooker.await(status -> made(status, top) && status.light() == AgentLight.OK, patience),
                "live.no_backup", top);
        onlooker.until(top.plusMinutes(30));
    }

    private void drill(Onlooker onlooker, Path home) throws InterruptedException {
        narrator.chapter(onlooker.now(), "demo.drill");
        LocalAgent.at(home).ask(new JobRequest(JobKind.DRILL, Optional.empty(), Optional.empty()));
        require(onlooker.await(status -> status.lastDrill().isPresent(), patience), "live.no_drill");
    }

    private boolean made(AgentStatus status, LocalTime top) {
        Instant since = installationClock.today().atTime(top).atZone(DemoCommand.ZONE).toInstant();
        return status.lastBackup().map(LastBackup::startedAt).filter(at -> !at.isBefore(since)).isPresent()
                && status.light() != AgentLight.WORKING;
    }

    private void require(boolean held, String key, Object... arguments) {
        if (!held) {
            throw new DemoStopped(narrator.texts().text(key, arguments), ExitCode.INTERNAL);
        }
    }
}
