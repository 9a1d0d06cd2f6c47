package br.com.dmbackup.agent.work;

import br.com.dmbackup.agent.status.Troubles;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobReport.State;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What was asked of the agent, and what became of it. Thread-safe. */
public final class JobBook {
    private static final int REMEMBERED = 100;

    private final InstantSource clock;
    private final Supplier<Messages> words;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(JobReport report, Job job) {}

    /** @param words the language of what is told */
    public JobBook(InstantSource clock, Supplier<Messages> words) {
        this.clock = clock;
        this.words = words;
    }

    /** Takes a job down; an equal one that still waits is joined. */
    public synchronized JobReport ask(JobKind kind, Job job) {
        Optional<JobReport> waiting = entries.values().stream()
                .filter(entry -> entry.report().state() == State.WAITING && entry.job().equals(job))
                .map(Entry::report).findFirst();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        JobReport asked = new JobReport(UUID.randomUUID().toString(), kind, State.WAITING, clock.instant(),
                Optional.empty(), "", "", List.of(), Optional.empty());
        entries.put(asked.id(), new Entry(asked, job));
        List<String> ended = entries.values().stream().map(Entry::report)
                .filter(report -> report.state() == State.ENDED).map(JobReport::id).toList();
        ended.stream().limit(Math.max(0, entries.size() - REMEMBERED)).forEach(entries::remove);
        return asked;
    }

    public synchronized Optional<JobReport> job(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::report);
    }

    /** Starts the first that waits, if it can be started now. */
    public boolean startNext(Work work, Sound sound) {
        Optional<Entry> next;
        synchronized (this) {
            next = entries.values().stream().filter(entry -> entry.report().state() == State.WAITING).findFirst();
        }
        if (next.isEmpty()) {
            return false;
        }
        JobReport asked = next.get().report();
        note(asked, State.RUNNING, Optional.empty(), JobEnd.skipped());
        try {
            if (work.start(next.get().job(), sound,
                    end -> note(asked, State.ENDED, Optional.of(clock.instant()), end))) {
                return true;
            }
        } catch (BackupFault fault) {
            note(asked, State.ENDED, Optional.of(clock.instant()), JobEnd.failed(fault));
            throw fault;
        }
        note(asked, State.WAITING, Optional.empty(), JobEnd.skipped());
        return false;
    }

    private synchronized void note(JobReport asked, State state, Optional<Instant> endedAt, JobEnd end) {
        Entry entry = entries.get(asked.id());
        if (entry == null || entry.report().state() == State.ENDED) {
            return;
        }
        boolean ended = state == State.ENDED;
        entries.put(asked.id(), new Entry(new JobReport(asked.id(), asked.kind(), state, asked.askedAt(), endedAt,
                ended ? end.how().name() : "", ended ? end.summary().in(words.get()) : "", faults(end, asked),
                end.backup()), entry.job()));
    }

    private List<Trouble> faults(JobEnd end, JobReport asked) {
        List<Trouble> faults = new ArrayList<>();
        end.faults().forEach(fault -> faults.add(
                Troubles.of(AgentTopic.PROGRAM, AgentLight.FAILURE, fault, asked.askedAt(), words.get())));
        return faults;
    }
}
