package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that the messenger must know again after a restart, as lines of text: see {@link RememberedLines}. A JSON
 * library would be a seventh of the memory of an agent that only waits.
 *
 * @param outbox what each channel has not sent yet
 */
record Remembered(Watchman.Remembered watchman, BackupSilence.Remembered silence, Optional<Tally.Remembered> tally,
        Map<String, List<Message>> outbox) {
    static final Remembered NOTHING = new Remembered(Watchman.Remembered.NOTHING, BackupSilence.Remembered.NOTHING,
            Optional.empty(), Map.of());
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    byte[] written() {
        return RememberedLines.written(this).getBytes(StandardCharsets.UTF_8);
    }

    /** What cannot be understood is as if it were not there: the worst that follows is a message told twice. */
    static Remembered read(byte[] written) {
        try {
            return RememberedLines.read(new String(written, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException damaged) {
            LOG.warn("what was told is not understood, and is begun anew", damaged);
            return NOTHING;
        }
    }
}
