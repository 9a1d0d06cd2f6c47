package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.life.Heard.OfServer;
import br.com.dmbackup.terminal.life.TerminalSettings.Expects;
import br.com.dmbackup.terminal.vault.Pairing;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks each minute whether every paired server goes on sending. For one thread. */
final class SilenceWatchman {
    private static final int KEPT_EACH_MINUTES = 15;

    private final Path folder;
    private final Hours hours;
    private final ZoneId zone;
    private final Expects expects;
    private final Troubles troubles;
    private final Map<String, ServerSilence> servers = new HashMap<>();
    private final Map<String, Instant> lastSigns = new HashMap<>();
    private int minutes;

    SilenceWatchman(Path folder, Hours hours, ZoneId zone, Expects expects, Troubles troubles) {
        this.folder = folder;
        this.hours = hours;
        this.zone = zone;
        this.expects = expects;
        this.troubles = troubles;
    }

    static String topic(Pairing pairing) {
        return "silence " + pairing.pin();
    }

    void look(List<Pairing> pairings, Heard heard, Instant now) {
        minutes++;
        for (Pairing pairing : pairings) {
            SilenceFile file = new SilenceFile(folder.resolve(pairing.pin() + ".txt"));
            ServerSilence silence = servers.computeIfAbsent(pairing.pin(), fresh -> read(file, pairing));
            boolean before = silence.kept().told();
            boolean spoke = listen(pairing, silence, heard.of(pairing));
            boolean silent = silence.look(now);
            if (silent) {
                troubles.raise(topic(pairing), pairing.storeName(), fault(pairing, silence));
            } else {
                troubles.mend(topic(pairing));
            }
            if (spoke || silent != before || minutes % KEPT_EACH_MINUTES == 0) {
                file.write(silence);
            }
        }
    }

    private ServerSilence read(SilenceFile file, Pairing pairing) {
        ServerSilence silence = file.read(hours, zone);
        if (silence.kept().told()) {
            // People were told in an earlier life of the terminal.
            troubles.again(topic(pairing), pairing.storeName(), fault(pairing, silence),
                    silence.kept().lastSign().orElse(Instant.EPOCH));
        }
        return silence;
    }

    private boolean listen(Pairing pairing, ServerSilence silence, OfServer heard) {
        Optional<Instant> sign = expects == Expects.BACKUP ? heard.backup() : heard.contact();
        if (sign.isEmpty() || sign.get().equals(lastSigns.get(pairing.pin()))) {
            return false;
        }
        lastSigns.put(pairing.pin(), sign.get());
        silence.sign(sign.get());
        return true;
    }

    private static BackupFault fault(Pairing pairing, ServerSilence silence) {
        return BackupFault.of(FaultCode.TERMINAL_HEARS_NOTHING, pairing.storeName(),
                silence.kept().lastSign().<Object>map(Instant::toString).orElse("-"),
                silence.kept().without().toMinutes());
    }
}
