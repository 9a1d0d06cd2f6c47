package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.ArchiveBytes;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentRole;
import br.com.dmbackup.protocol.api.SentFile;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** {@code GET /v1/archives/{which}}: an archive as it stands, for whoever takes it along. */
final class ArchiveDesk {
    static final String NEWEST = "newest";
    private static final int MOST_AT_ONCE = 4;
    private static final int PIECE = 64 << 10;
    static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final Pattern SENT = Pattern.compile(SentFile.PREFIX + ID);
    private static final Pattern SLOT_OR_ID = Pattern.compile("\\d\\dh|" + ID);

    private final AgentDesk desk;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    ArchiveDesk(AgentDesk desk) {
        this.desk = desk;
    }

    /** What the desk understands: a slot, an id, or empty for the newest. Never a path. */
    static String wanted(String word) {
        if (!word.equals(NEWEST) && !SLOT_OR_ID.matcher(word).matches()) {
            throw Refusal.notUnderstood(400, "why.api_archive");
        }
        return word.equals(NEWEST) ? "" : word;
    }

    /** The same, or a file that was sent. */
    static String wantedOrSent(String word) {
        return SENT.matcher(word).matches() ? word : wanted(word);
    }

    /** What it says of itself. */
    void tell(Caller caller) throws IOException {
        String wanted = wantedOrSent(caller.word());
        if (SentFile.isId(wanted) && caller.role() != AgentRole.ADMIN) {
            throw Refusal.of(FaultCode.AGENT_REFUSED, "GET /v1/contents");
        }
        caller.answer(200, desk.contents(wanted));
    }

    void send(Caller caller) throws IOException {
        if (!room.tryAcquire()) {
            throw Refusal.of(FaultCode.API_TOO_MANY);
        }
        try (ArchiveBytes archive = desk.archive(wanted(caller.word()))) {
            Headers headers = caller.exchange().getResponseHeaders();
            headers.set("Content-Type", "application/zip");
            headers.set("Content-Disposition", "attachment; filename=\"" + plain(archive.name()) + "\"");
            headers.set("Last-Modified",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(archive.modifiedAt().atOffset(ZoneOffset.UTC)));
            try (OutputStream out = caller.begin(200, archive.sizeBytes());
                    SlowReaders.Reader reader = caller.slowReaders().watch()) {
                try {
                    copy(archive.bytes(), archive.sizeBytes(), out, reader);
                } catch (IOException | RuntimeException e) {
                    breakOff(out);
                    throw e;
                }
            }
        } finally {
            room.release();
        }
    }

    private static void copy(SeekableByteChannel from, long size, OutputStream to, SlowReaders.Reader reader)
            throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long left = size; left > 0; left -= piece.position()) {
            piece.clear().limit((int) Math.min(PIECE, left));
            if (from.read(piece) < 0) {
                throw new IOException("shorter than it was");
            }
            reader.writing();
            to.write(piece.array(), 0, piece.position());
            reader.taken();
        }
    }

    /** Nobody is to wait for the rest: the JDK's server would leave the line open, but for an interrupted write. */
    private static void breakOff(OutputStream out) {
        Thread.currentThread().interrupt();
        try {
            out.write(0);
            out.flush();
        } catch (IOException closed) {
            // That is what was wanted.
        } finally {
            boolean interrupted = Thread.interrupted();
            assert interrupted;
        }
    }

    /** A name in letters that every header can carry. */
    private static String plain(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
