package br.com.dmbackup.cli.agent;

import br.com.dmbackup.cli.Session;
import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.EventStream;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.ByteSize;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code status --watch}: one line that shows how it stands now, and above it a line for each thing that changed.
 * Outlives the agent: says that it went, and waits for it to return. Ends when it is interrupted.
 */
public final class StatusWatch {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Session session;
    private final CountDownLatch never = new CountDownLatch(1);
    private @Nullable AgentStatus before;
    private boolean told;

    public StatusWatch(Session session) {
        this.session = session;
    }

    public ExitCode watch() {
        try {
            while (!Thread.interrupted()) {
                Optional<LocalAgent> agent = LivingAgent.of(session);
                if (agent.isPresent()) {
                    follow(agent.get());
                }
                if (!told) {
                    line(session.surroundings().clock().instant(), session.texts().text("agent.watch.gone"));
                    told = true;
                }
                boolean ended = never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                assert !ended;
            }
        } catch (InterruptedException ended) {
            // A person has seen enough.
        }
        return ExitCode.OK;
    }

    private void follow(LocalAgent agent) throws InterruptedException {
        try (EventStream events = agent.events()) {
            while (!Thread.currentThread().isInterrupted()) {
                events.next(LOOK).ifPresent(this::show);
            }
            throw new InterruptedException();
        } catch (AgentFault gone) {
            told = false;
        }
    }

    private void show(AgentStatus now) {
        AgentStatus last = before;
        before = now;
        if (last == null || !last.startedAt().equals(now.startedAt())) {
            AgentText.alone(session, now).forEach(session.output()::line);
        } else {
            changes(last, now);
        }
        session.output().live(session.texts().text("agent.live", AgentText.light(session, now),
                AgentText.activity(session, now)), figures(now.activity()));
    }

    private void changes(AgentStatus last, AgentStatus now) {
        for (Trouble trouble : now.troubles()) {
            if (last.troubles().stream().noneMatch(known -> known.topic().equals(trouble.topic())
                    && known.message().equals(trouble.message()))) {
                AgentText.lines(session, trouble).forEach(text -> line(trouble.since(), text.strip()));
            }
        }
        for (Trouble known : last.troubles()) {
            if (now.troubles().stream().noneMatch(trouble -> trouble.topic().equals(known.topic()))) {
                line(now.activity().since(), session.texts().text("agent.watch.mended", known.message()));
            }
        }
        if (!now.lastBackup().map(LastBackup::backup).equals(last.lastBackup().map(LastBackup::backup))) {
            now.lastBackup().ifPresent(made -> line(made.startedAt(),
                    session.texts().text("backup.made", made.slot(), made.archiveBytes(), made.dumpBytes())));
        }
        if (!now.lastDrill().map(LastDrill::at).equals(last.lastDrill().map(LastDrill::at))) {
            now.lastDrill().ifPresent(drill -> line(drill.at(), session.texts().text(
                    drill.passed() ? "agent.watch.drilled" : "agent.watch.drill_failed")));
        }
    }

    private void line(Instant when, String text) {
        AgentStatus status = before;
        session.output().line("[" + TIME
                .withZone(status == null ? java.time.ZoneId.systemDefault() : AgentText.zone(status)).format(when)
                + "] " + text);
    }

    private String figures(Activity activity) {
        if (activity.doneBytes() <= 0) {
            return "";
        }
        return activity.totalBytes() > 0
                ? 100 * Math.min(activity.doneBytes(), activity.totalBytes()) / activity.totalBytes() + "%"
                : ByteSize.text(activity.doneBytes(), session.texts().locale());
    }
}
