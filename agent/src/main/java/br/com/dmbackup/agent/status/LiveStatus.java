package br.com.dmbackup.agent.status;

import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.core.backup.WorkListener;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the agent is doing and how the store stands. Written by whoever works, read by anyone; a reader gets a whole
 * picture, never half of one. Progress costs the writer two assignments and wakes nobody. Thread-safe.
 */
public final class LiveStatus implements WorkListener {
    private static final Comparator<Trouble> WORST_FIRST = Comparator.comparing(Trouble::light).reversed()
            .thenComparing(Trouble::since);

    private final String programVersion;
    private final Instant startedAt;
    private final InstantSource clock;
    private final WorkListener log;
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();
    private long revision = 1;
    private Messages words;
    private StatusText status = StatusText.LOADING_PARAMETERS;
    private Instant since;
    private boolean working;
    private StandingFacts facts = StandingFacts.UNKNOWN;
    private Optional<String> newerVersion = Optional.empty();
    private volatile long doneBytes;
    private volatile long totalBytes = -1;

    /** @param log told of each status and notice */
    public LiveStatus(String programVersion, InstantSource clock, Messages words, WorkListener log) {
        this.programVersion = programVersion;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.since = startedAt;
        this.words = words;
        this.log = log;
    }

    @Override
    public void status(StatusText now) {
        log.status(now);
        synchronized (this) {
            status = now;
            since = clock.instant();
            doneBytes = 0;
            totalBytes = -1;
            changed();
        }
    }

    @Override
    public void advanced(long done, long total) {
        doneBytes = done;
        totalBytes = total;
    }

    @Override
    public void notice(Notice notice) {
        log.notice(notice);
    }

    /** Whether something is being done that changes backups. */
    public synchronized void working(boolean now) {
        if (working != now) {
            working = now;
            changed();
        }
    }

    /** What the clock shows. */
    Instant time() {
        return clock.instant();
    }

    /** The language of all sentences from now on. */
    public synchronized void speak(Messages now) {
        words = now;
        changed();
    }

    /** Something is wrong, or still is: the moment at which it was first seen stays. */
    public synchronized void trouble(Trouble trouble) {
        Trouble known = troubles.get(trouble.topic());
        Trouble told = known == null || known.light() != trouble.light()
                ? trouble
                : new Trouble(trouble.topic(), trouble.light(), trouble.name(), trouble.number(), trouble.message(),
                        trouble.hint(), trouble.details(), known.since());
        if (!told.equals(known)) {
            troubles.put(trouble.topic(), told);
            changed();
        }
    }

    /** What was wrong about this is so no more. */
    public synchronized void mended(String topic) {
        if (troubles.remove(topic) != null) {
            changed();
        }
    }

    /** The topics of all that is wrong now. */
    public synchronized List<String> topics() {
        return List.copyOf(troubles.keySet());
    }

    /** What is known of the store's backups. */
    public synchronized void facts(StandingFacts now) {
        if (!now.equals(facts)) {
            facts = now;
            changed();
        }
    }

    /** The version that the software house wants here, where it is a newer one. */
    public synchronized void newerVersion(Optional<String> now) {
        if (!now.equals(newerVersion)) {
            newerVersion = now;
            changed();
        }
    }

    /** The whole picture. */
    public synchronized AgentStatus now() {
        return new AgentStatus(AgentStatus.API_VERSION, revision, programVersion, startedAt, words.language().tag(),
                facts.zone(), facts.store(), light(),
                new Activity(status, words.status(status), since, doneBytes, totalBytes),
                troubles.values().stream().sorted(WORST_FIRST).toList(), facts.lastBackup(), facts.lastDrill(),
                facts.nextDue(), facts.places(), facts.localOnly(), facts.integrated(), facts.warning(), newerVersion);
    }

    /**
     * The picture as soon as its revision is another one, or after that long at most.
     *
     * @throws InterruptedException when the watcher is to go away
     */
    @SuppressWarnings("WaitNotInLoop") // woken too early, it shows the picture sooner
    public synchronized AgentStatus after(long known, long milliseconds) throws InterruptedException {
        if (revision == known) {
            wait(milliseconds);
        }
        return now();
    }

    private AgentLight light() {
        AgentLight worst = troubles.values().stream().map(Trouble::light).max(Comparator.naturalOrder())
                .orElse(AgentLight.OK);
        return worst == AgentLight.OK && working ? AgentLight.WORKING : worst;
    }

    private void changed() {
        revision++;
        notifyAll();
    }
}
