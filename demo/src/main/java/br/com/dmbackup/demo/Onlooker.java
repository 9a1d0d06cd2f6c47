package br.com.dmbackup.demo;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.ExitCode;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.LastDrill;
import br.com.dmbackup.protocol.api.Trouble;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at the agent as anybody in the store may, and tells what has changed, with the time on the demo's clock. */
final class Onlooker {
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Path home;
    private final AgentProcess process;
    private final Clock clock;
    private final Narrator narrator;
    private Optional<AgentStatus> last = Optional.empty();
    private Optional<String> backup = Optional.empty();
    private Optional<LastDrill> drill = Optional.empty();
    private Map<String, Trouble> troubles = Map.of();

    Onlooker(Path home, AgentProcess process, Clock clock, Narrator narrator) {
        this.home = home;
        this.process = process;
        this.clock = clock;
        this.narrator = narrator;
    }

    /** Looks on until it is that late. */
    void until(LocalTime time) throws InterruptedException {
        while (now().isBefore(time)) {
            glance();
        }
    }

    /**
     * Looks on until it stands like this.
     *
     * @return false when it does not, in all that time of the demo's clock
     */
    boolean await(Predicate<AgentStatus> standing, Duration patience) throws InterruptedException {
        var latest = clock.instant().plus(patience);
        while (last.filter(standing).isEmpty()) {
            if (clock.instant().isAfter(latest)) {
                return false;
            }
            glance();
        }
        return true;
    }

    LocalTime now() {
        return LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    private void glance() throws InterruptedException {
        if (process.endsWithin(GLANCE)) {
            throw new DemoStopped(narrator.texts().text("live.agent_ended"),
                    ExitCode.INTERNAL);
        }
        Optional<AgentStatus> status = look();
        status.ifPresent(this::tell);
        last = status.or(() -> last);
    }

    private Optional<AgentStatus> look() {
        try {
            return LocalAgent.find(home).map(LocalAgent::status);
        } catch (AgentFault notYet) {
            return Optional.empty();
        }
    }

    private void tell(AgentStatus status) {
        if (last.isEmpty()) {
            say("live.answers", status.activity().text());
            backup = status.lastBackup().map(LastBackup::backup);
        }
        tellTroubles(status.troubles());
        Optional<String> newest = status.lastBackup().map(LastBackup::backup);
        if (!newest.equals(backup)) {
            backup = newest;
            status.lastBackup().ifPresent(made -> say("live.backup", made.slot(), made.dumpBytes(),
                    made.archiveBytes()));
        }
        if (!status.lastDrill().equals(drill)) {
            drill = status.lastDrill();
            drill.ifPresent(made -> say(made.passed() ? "live.drill_passed" : "live.drill_failed", made.tables(),
                    made.rows()));
        }
    }

    private void tellTroubles(List<Trouble> now) {
        Map<String, Trouble> known = new HashMap<>();
        for (Trouble trouble : now) {
            known.put(trouble.topic(), trouble);
            Trouble before = troubles.get(trouble.topic());
            if (before == null || !before.message().equals(trouble.message())) {
                say("live.trouble", trouble.number().isEmpty() ? "!" : trouble.number(), trouble.message());
            }
        }
        for (Trouble before : troubles.values()) {
            if (!known.containsKey(before.topic())) {
                say("live.mended", before.number().isEmpty() ? "!" : before.number());
            }
        }
        troubles = known;
    }

    private void say(String key, Object... arguments) {
        narrator.line(now() + "  " + narrator.texts().text(key, arguments));
    }
}
