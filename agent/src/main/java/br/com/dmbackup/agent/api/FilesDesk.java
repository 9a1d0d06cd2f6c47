package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.protocol.api.FileAnnounced;
import br.com.dmbackup.protocol.api.SentFile;
import java.io.IOException;

/**
 * {@code /v1/files}: an archive that an administrator chose comes piece by piece, each a request of its own. The server
 * gives up a request that takes longer than a few seconds to arrive, and a pen drive may be slower than that.
 */
final class FilesDesk {
    static final String BYTES = "application/octet-stream";
    private static final int LONGEST_NAME = 255;

    private final AgentDesk desk;

    FilesDesk(AgentDesk desk) {
        this.desk = desk;
    }

    void announce(Caller caller) throws IOException {
        FileAnnounced announced = caller.sent(FileAnnounced.class);
        String name = announced.name();
        boolean plain = name != null && !name.isBlank() && name.length() <= LONGEST_NAME
                && name.indexOf('/') < 0 && name.indexOf('\\') < 0;
        if (!plain || announced.sizeBytes() <= 0) {
            throw Refusal.notUnderstood(400, "why.api_json");
        }
        caller.answer(201, desk.files().announce(name, announced.sizeBytes()));
    }

    void receive(Caller caller) throws IOException {
        long offset = number(caller.header(SentFile.OFFSET));
        long length = number(caller.header("Content-Length"));
        caller.answer(200,
                desk.files().receive(id(caller), offset, length, caller.exchange().getRequestBody()));
    }

    void drop(Caller caller) throws IOException {
        desk.files().drop(id(caller));
        caller.done();
    }

    private static String id(Caller caller) {
        if (!ArchiveDesk.SENT.matcher(caller.word()).matches()) {
            throw Refusal.notUnderstood(400, "why.api_word");
        }
        return caller.word();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.notUnderstood(400, "why.api_offset");
        }
    }
}
