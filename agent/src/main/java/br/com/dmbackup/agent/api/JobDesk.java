package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.core.installation.SettingsReader.Sound;
import br.com.dmbackup.core.installation.SettingsReader.Unsound;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentRole;
import br.com.dmbackup.protocol.api.JobReport.JobKind;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.RestoreWay;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** {@code /v1/jobs}: asks for work, and how far it is. */
final class JobDesk {
    private static final Set<JobKind> TAKES_ARCHIVE = Set.of(JobKind.DRILL, JobKind.RESTORE, JobKind.ACCEPT);

    private final AgentDesk desk;
    private final HomeDoor door;

    JobDesk(AgentDesk desk, HomeDoor door) {
        this.desk = desk;
        this.door = door;
    }

    void take(Caller caller) throws IOException {
        JobRequest asked = caller.sent(JobRequest.class);
        JobKind kind = asked.kind();
        if (kind == null) {
            throw Refusal.notUnderstood(400, "why.api_json");
        }
        if (caller.role().compareTo(roleFor(kind)) < 0) {
            throw Refusal.of(FaultCode.AGENT_REFUSED, kind.name());
        }
        Optional<String> archive = asked.archive()
                .map(word -> kind == JobKind.RESTORE ? ArchiveDesk.wantedOrSent(word) : ArchiveDesk.wanted(word))
                .filter(word -> !word.isEmpty());
        if (archive.isPresent() && !TAKES_ARCHIVE.contains(kind)) {
            throw Refusal.notUnderstood(400, "why.api_archive");
        }
        boolean saysMore = asked.way().isPresent() || asked.place().isPresent();
        if (saysMore && kind != JobKind.RESTORE) {
            throw Refusal.notUnderstood(400, "why.api_json");
        }
        if (kind == JobKind.RESTORE && asked.way().orElse(RestoreWay.OVER) != RestoreWay.BESIDE) {
            requireConfirmed(caller, asked.confirm().orElse(""));
        }
        caller.answer(202, desk.ask(new JobRequest(kind, archive, Optional.empty(), asked.way(), asked.place())));
    }

    void tell(Caller caller) throws IOException {
        caller.answer(200,
                desk.job(caller.word()).orElseThrow(() -> Refusal.of(FaultCode.JOB_UNKNOWN)));
    }

    private static AgentRole roleFor(JobKind kind) {
        return switch (kind) {
            case BACKUP, DELIVERY -> AgentRole.TILL;
            case DRILL, RESTORE, ACCEPT -> AgentRole.ADMIN;
        };
    }

    /** A restore puts another database in the place of the living one: its name must have been typed. */
    private void requireConfirmed(Caller caller, String typed) {
        String name = switch (door.read()) {
            case Sound sound -> sound.settings().database().name();
            case Unsound unsound -> throw Refusal.of(unsound.fault(caller.words()));
        };
        if (!typed.equals(name)) {
            throw Refusal.of(FaultCode.CONFIRMATION_NEEDED, name);
        }
    }
}
