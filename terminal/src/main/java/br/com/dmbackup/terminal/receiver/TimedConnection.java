package br.com.dmbackup.terminal.receiver;

import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Message;
import br.com.dmbackup.link.wire.MessageKind;
import java.util.Optional;
import java.util.Set;

/** Messages with one server, each wait for it noted. */
final class TimedConnection {
    private final FramedConnection frames;
    private final Pulse pulse;

    TimedConnection(FramedConnection frames, Pulse pulse) {
        this.frames = frames;
        this.pulse = pulse;
    }

    String peer() {
        return frames.peer();
    }

    FramedConnection frames() {
        return frames;
    }

    Optional<Message> receiveOrEnd(Set<MessageKind> expected) {
        pulse.waits();
        try {
            return frames.receiveOrEnd(expected);
        } finally {
            pulse.works();
        }
    }

    Message receive(Set<MessageKind> expected) {
        pulse.waits();
        try {
            return frames.receive(expected);
        } finally {
            pulse.works();
        }
    }

    /** Sends what is not all that is to be sent. */
    void send(Message message) {
        pulse.waits();
        try {
            frames.send(message);
        } finally {
            pulse.works();
        }
    }

    void flush() {
        pulse.waits();
        try {
            frames.flush();
        } finally {
            pulse.works();
        }
    }

    void answer(Message message) {
        send(message);
        flush();
    }
}
