package br.com.dmbackup.desktop.session;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalTerminal;
import br.com.dmbackup.protocol.AgentTopic;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.Activity;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.LastBackup;
import br.com.dmbackup.protocol.api.TerminalStatus;
import br.com.dmbackup.protocol.api.TerminalStatus.TerminalTrouble;
import br.com.dmbackup.protocol.api.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * On a machine that is a backup terminal alone no agent runs: what the sign near the clock shows is how the terminal stands,
 * in the same shape.
 */
public record TerminalSight(Path home, Language language) {
    /** Whether nothing but a terminal was set up in that home. */
    public static boolean only(Path home) {
        return LocalTerminal.isHome(home) && Files.notExists(home.resolve("dmbackup.toml"));
    }

    /** How it stands now; none where it does not answer. Not on the thread that draws. */
    Optional<AgentStatus> look() {
        Messages words = Messages.in(language);
        try {
            TerminalStatus now = LocalTerminal.at(home, words).status();
            return Optional.of(new AgentStatus(AgentStatus.API_VERSION, 0, now.programVersion(), Instant.EPOCH,
                    language.tag(), "", now.name(), now.troubles().isEmpty() ? AgentLight.OK : AgentLight.FAILURE,
                    new Activity(StatusText.WAITING, words.status(StatusText.WAITING), Instant.EPOCH, 0, 0),
                    now.troubles().stream().map(TerminalSight::trouble).toList(), newest(now), Optional.empty(),
                    Optional.empty(), List.of(), false, false, Optional.empty(),
                    Optional.empty()));
        } catch (AgentFault away) {
            return Optional.empty();
        }
    }

    private static Trouble trouble(TerminalTrouble trouble) {
        return new Trouble(AgentTopic.PROGRAM + " " + trouble.topic(), AgentLight.FAILURE, trouble.name(),
                trouble.code(), trouble.message(), trouble.hint(), List.of(),
                LocalTerminal.moment(trouble.since()).orElse(Instant.EPOCH));
    }

    private static Optional<LastBackup> newest(TerminalStatus now) {
        return now.servers().stream()
                .flatMap(server -> server.newestBackupAt().flatMap(LocalTerminal::moment).stream())
                .max(Instant::compareTo).map(at -> new LastBackup("", "", at, 0, 0, 0));
    }
}
