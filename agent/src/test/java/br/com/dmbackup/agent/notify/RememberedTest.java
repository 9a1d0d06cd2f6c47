package br.com.dmbackup.agent.notify;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.agent.notify.opening.BackupSilence;
import br.com.dmbackup.protocol.api.AgentLight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final Instant AT = Instant.parse("2026-11-23T13:00:00.123Z");

    @Test
    void readsAllThatItWrote() {
        Item odd = new Item("delivery:b", "X", "", "tab\there, \\n no line,\r\nline", "", List.of("", "d\t2"), AT);
        Item plain = new Item("backup", "Y", "DM-1", "-", "dica", List.of(), AT);
        Message alarm = new Message("1", Event.FAILURE, Event.FAILURE, AT, "Loja \"São João\"", List.of(odd, plain),
                Optional.of(AT), Optional.empty(), Optional.of(AT), List.of("", "uma linha"));
        Message bare = Message.plain("2", Event.BACKUP, AT, "", Optional.empty(), List.of());
        Remembered all = new Remembered(
                new Watchman.Remembered(List.of(new Told(odd, AgentLight.FAILURE, Set.of("X", "Z")),
                        new Told(plain, AgentLight.ATTENTION, Set.of("Y"))), Map.of("backup", new Calm(2, AT))),
                new BackupSilence.Remembered("b1", Duration.ofSeconds(90)),
                Optional.of(new Tally.Remembered(AT, 3, Map.of("2026-11-23T09:00", 60L), List.of("2026-11-23T09:00"))),
                Map.of("e-mail do dono", List.of(alarm, bare), "painel", List.of(bare)));
        assertThat(Remembered.read(all.written())).isEqualTo(all);
        assertThat(Remembered.read(Remembered.NOTHING.written())).isEqualTo(Remembered.NOTHING);
    }
}
