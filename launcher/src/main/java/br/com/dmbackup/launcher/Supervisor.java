package br.com.dmbackup.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The launcher's loop: one child after another until somebody wants it to end. All decisions are made on the thread that
 * calls {@link #run}; others only wake it.
 */
final class Supervisor {
    private final Programs programs;
    private final Path home;
    private final Role role;
    private final ChildCommand command;
    private final Patience patience;
    private final Clock clock;
    private final WakingTime time;
    private final LauncherLog log;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean wantedToEnd;
    private LaunchRecord record;
    private Trials trials;

    Supervisor(ChildCommand command, Patience patience, Clock clock, LongSupplier nanos) {
        this.programs = command.programs();
        this.home = command.home();
        this.role = command.role();
        this.command = command;
        this.patience = patience;
        this.clock = clock;
        this.time = new WakingTime(nanos, patience.look());
        this.log = new LauncherLog(home, role, clock);
        this.record = LaunchRecord.read(home, role);
        this.trials = new Trials(patience);
    }

    /** Asks it to end the child in good order and to return. From any thread. */
    void end() {
        wantedToEnd = true;
        woken.release();
    }

    /** Waits until {@link #run} has returned. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Lives.
     *
     * @return the exit code of a child that ended by its own will; 0 when it was asked to end
     */
    int run() throws InterruptedException {
        try {
            while (!wantedToEnd) {
                Optional<Choice> choice = choose();
                if (choice.isEmpty()) {
                    log.say("no version can be started in " + programs.versions());
                    pause(trials.nextPause());
                    continue;
                }
                Ending ending = live(choice.get());
                if (ending.kind() == Ending.Kind.LEFT) {
                    return 0;
                }
                follow(choice.get(), ending);
            }
            return 0;
        } finally {
            over.countDown();
        }
    }

    private Optional<Choice> choose() {
        Optional<Choice> choice = Choice.of(programs, record);
        if (choice.isPresent() && choice.get().passedOver()) {
            programs.current().ifPresent(wanted -> giveUp(wanted, LaunchRecord.Why.MISSING));
        }
        return choice;
    }

    private Ending live(Choice choice) throws InterruptedException {
        Optional<Current> wanted = programs.current();
        Child child;
        try {
            child = new Child(command.start(choice.version(), programs.jar(choice.version()).orElseThrow()),
                    line -> log.say("error output: " + line), woken::release);
        } catch (IOException notStarted) {
            log.say(choice.version() + " cannot be started: " + notStarted.getMessage());
            return new Ending(Ending.Kind.DIED, -1, Duration.ZERO);
        }
        try {
            log.say("started " + choice.version() + ", process " + child.pid());
            remember(record.running(choice.version()));
            return watch(child, choice, wanted);
        } finally {
            // However this ends, a child that still lives would be a second one.
            child.kill();
        }
    }

    private Ending watch(Child child, Choice choice, Optional<Current> wanted) throws InterruptedException {
        Life life = new Life(patience, time.now());
        boolean praised = false;
        while (true) {
            rest(patience.look());
            Duration now = time.now();
            life.look(now, child.pulses());
            if (wantedToEnd) {
                child.end(patience.leash());
                log.say("ended in good order, exit code " + child.exitCode());
                return new Ending(Ending.Kind.LEFT, 0, life.length(now));
            }
            if (!child.isAlive()) {
                return Ending.died(child.exitCode(), life.length(now));
            }
            if (life.silentTooLong(now)) {
                child.kill();
                return new Ending(Ending.Kind.SILENT, 0, life.length(now));
            }
            if (wantsOther(wanted, choice.version())) {
                child.end(patience.leash());
                return new Ending(Ending.Kind.REPLACED, 0, life.length(now));
            }
            if (!praised && life.good(now)) {
                praised = true;
                trials = new Trials(patience);
                if (!record.good().equals(choice.version())) {
                    log.say(choice.version() + " lives well");
                }
                remember(record.good(choice.version(), clock.instant().toString()));
            }
        }
    }

    /** What cannot be read now says nothing: a child that lives well is not ended for that. */
    private boolean wantsOther(Optional<Current> before, String running) {
        return programs.current().filter(now -> before.map(then -> !then.equals(now))
                .orElseGet(() -> !now.version().equals(running))).isPresent();
    }

    private void follow(Choice choice, Ending ending) throws InterruptedException {
        log.say(choice.version() + " " + ending);
        switch (ending.kind()) {
            case LEFT -> wantedToEnd = true;
            case REPLACED -> trials = new Trials(patience);
            // Not at once: whoever only ever wants to be started again must not keep the machine busy.
            case AGAIN -> pause(patience.shortestPause());
            case TAKEN -> pause(trials.nextPause());
            case DIED, SILENT -> {
                trials.failed();
                remember(record.died(clock.instant()));
                if (choice.onTrial() && trials.exhausted()) {
                    programs.current().ifPresent(wanted -> giveUp(wanted,
                            ending.kind() == Ending.Kind.SILENT
                                    ? LaunchRecord.Why.NO_PULSE
                                    : LaunchRecord.Why.DIED));
                    trials = new Trials(patience);
                } else {
                    pause(trials.nextPause());
                }
            }
        }
    }

    private void giveUp(Current wanted, LaunchRecord.Why why) {
        log.say("version " + wanted.version() + " is given up (" + why + "): back to the one before");
        remember(record.failed(wanted, why, clock.instant().toString()));
    }

    private void remember(LaunchRecord found) {
        if (found.equals(record)) {
            return;
        }
        record = found;
        try {
            found.write(home, role);
        } catch (IOException full) {
            log.say("the record cannot be written: " + full.getMessage());
        }
    }

    private void pause(Duration length) throws InterruptedException {
        Duration until = time.now().plus(length);
        Optional<Current> wanted = programs.current();
        for (Duration now = time.now(); now.compareTo(until) < 0 && !wantedToEnd
                && !wantsOther(wanted, ""); now = time.now()) {
            Duration left = until.minus(now);
            rest(left.compareTo(patience.look()) < 0 ? left : patience.look());
        }
    }

    private void rest(Duration atMost) throws InterruptedException {
        if (woken.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }
}
