package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.api.StatusFrames.Frame;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** {@code GET /v1/events}: the status again and again, as server-sent events. */
final class EventsDesk {
    static final int MOST_FOLLOWERS = 64;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final StatusFrames frames;
    private final Duration heartbeat;

    EventsDesk(StatusFrames frames, Duration heartbeat) {
        this.frames = frames;
        this.heartbeat = heartbeat;
    }

    void follow(Caller caller) throws IOException, InterruptedException {
        if (!frames.join(MOST_FOLLOWERS)) {
            throw Refusal.of(FaultCode.API_TOO_MANY);
        }
        try {
            caller.exchange().getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            try (OutputStream out = caller.begin(200, 0);
                    SlowReaders.Reader reader = caller.slowReaders().watch()) {
                write(out, reader);
            }
        } finally {
            frames.leave();
        }
    }

    /** Until the other side goes, or the agent ends. */
    @SuppressWarnings("InfiniteLoopStatement")
    private void write(OutputStream out, SlowReaders.Reader reader) throws IOException, InterruptedException {
        long seen = 0;
        while (true) {
            Optional<Frame> frame = frames.after(seen, heartbeat);
            reader.writing();
            out.write(frame.map(Frame::bytes).orElse(HEARTBEAT));
            out.flush();
            reader.taken();
            seen = frame.map(Frame::number).orElse(seen);
        }
    }
}
