package br.com.dmbackup.agent.status;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Notice;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentLight;
import br.com.dmbackup.protocol.api.Trouble;
import java.time.Instant;
import java.util.List;

/** Puts faults and notices on the {@link LiveStatus}, in the store's words. */
public final class Troubles {
    private final LiveStatus status;
    private final Messages words;

    public Troubles(LiveStatus status, Messages words) {
        this.status = status;
        this.words = words;
    }

    /** Backups are not being made, or cannot be trusted. */
    public void failure(String topic, BackupFault fault) {
        status.trouble(of(topic, AgentLight.FAILURE, fault, status.time(), words));
    }

    /** Something wants to be seen to. */
    public void attention(String topic, BackupFault fault) {
        status.trouble(of(topic, AgentLight.ATTENTION, fault, status.time(), words));
    }

    /** The same for what is no fault. */
    public void attention(String topic, Notice notice) {
        status.trouble(new Trouble(topic, AgentLight.ATTENTION, notice.code().name(), "", notice.text(words), "",
                List.of(), status.time()));
    }

    public void mended(String topic) {
        status.mended(topic);
    }

    public Messages words() {
        return words;
    }

    /** A fault as a record. */
    public static Trouble of(String topic, AgentLight light, BackupFault fault, Instant since, Messages words) {
        return new Trouble(topic, light, fault.code().name(), "DM-" + fault.code().number(), fault.text(words),
                fault.hint(words), fault.details(), since);
    }
}
