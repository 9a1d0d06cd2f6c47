package br.com.dmbackup.engine.sqlserver.connection;

import java.util.List;
import java.util.Optional;

/**
 * What the server said during a statement that it carried out, in order.
 */
public record Heard(List<ServerMessage> messages) {
    public boolean said(int number) {
        return messages.stream().anyMatch(message -> message.number() == number);
    }

    /** The text of the first message of a number. */
    public Optional<String> words(int number) {
        return messages.stream().filter(message -> message.number() == number).map(ServerMessage::text).findFirst();
    }
}
