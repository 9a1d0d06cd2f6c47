package br.com.dmbackup.agent.notify;

import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that the messenger must know again after a restart, as JSON.
 *
 * @param version {@link #VERSION}; another one is not understood, and all begins anew
 * @param outbox what each channel has not sent yet
 */
record Remembered(int version, Watchman.Remembered watchman, BackupSilence.Remembered silence,
        Optional<Tally.Remembered> tally, Map<String, List<Message>> outbox) {
    static final int VERSION = 1;
    static final Remembered NOTHING = new Remembered(VERSION, Watchman.Remembered.NOTHING,
            BackupSilence.Remembered.NOTHING, Optional.empty(), Map.of());
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    byte[] written() {
        return JSON.writeValueAsBytes(this);
    }

    /** What cannot be understood is as if it were not there: the worst that follows is a message told twice. */
    static Remembered read(byte[] written) {
        try {
            @Nullable
            Remembered read = JSON.readValue(written, Remembered.class);
            return read != null && read.version() == VERSION ? read : NOTHING;
        } catch (JacksonException damaged) {
            LOG.warn("what was told is not understood, and is begun anew", damaged);
            return NOTHING;
        }
    }
}
