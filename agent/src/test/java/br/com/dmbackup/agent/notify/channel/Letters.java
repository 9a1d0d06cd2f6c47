package br.com.dmbackup.agent.notify.channel;

import br.com.dmbackup.agent.notify.message.Event;
import br.com.dmbackup.agent.notify.message.Item;
import br.com.dmbackup.agent.notify.message.Letter;
import br.com.dmbackup.agent.notify.message.Message;
import br.com.dmbackup.protocol.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Letters to be sent. */
final class Letters {
    static final Instant AT = Instant.parse("2026-11-23T13:00:00Z");

    private Letters() {}

    static Letter of(Event event) {
        Item item = new Item("backup", "SERVER_UNREACHABLE", "DM-230", "O servidor não responde.",
                "Verifique se está ligado.", List.of(), AT.minusSeconds(180));
        boolean alarm = event == Event.FAILURE;
        return Letter.of(new Message("m-1", event, event, AT, "Farmácia São João", alarm ? List.of(item) : List.of(),
                Optional.of(item.since()), Optional.empty(), Optional.of(AT.minusSeconds(3600)), List.of()),
                Letter.texts(Language.PT_BR), ZoneId.of("America/Sao_Paulo"));
    }
}
