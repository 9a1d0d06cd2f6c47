package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.json.RecordText;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentRole;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/**
 * Somebody who has passed the gate and showed what their endpoint wants, and how to answer them.
 *
 * @param role their role; that of a till where the endpoint asks for none
 * @param word what stood in the place of the path's variable part
 * @param words the language to speak
 */
record Caller(HttpExchange exchange, AgentRole role, String word, Messages words, SlowReaders slowReaders) {
    static final String JSON = "application/json";
    private static final int LONGEST_WORD = 64;

    Caller {
        if (word.length() > LONGEST_WORD) {
            throw Refusal.notUnderstood(400, "why.api_word");
        }
    }

    String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /** What was sent, as text. */
    String text(int mostBytes) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw Refusal.notUnderstood(413, "why.api_too_large");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.notUnderstood(400, "why.api_encoding");
        }
    }

    /** What was sent, as a record; all its members that are not optional must be there. */
    <T> T sent(Class<T> type) throws IOException {
        return sent(type, 4096);
    }

    /** The same where more may be sent. */
    <T> T sent(Class<T> type, int mostBytes) throws IOException {
        try {
            T read = ApiJson.read(text(mostBytes), type);
            if (read == null) {
                throw Refusal.notUnderstood(400, "why.api_json");
            }
            return read;
        } catch (JacksonException e) {
            throw Refusal.notUnderstood(400, "why.api_json");
        }
    }

    void answer(int status, Object record) throws IOException {
        answer(status, JSON, RecordText.bytes(record));
    }

    void answer(int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        try (OutputStream out = begin(status, body.length); SlowReaders.Reader reader = slowReaders.watch()) {
            reader.writing();
            out.write(body);
        }
    }

    /** Nothing more to say than that it was done. */
    void done() throws IOException {
        exchange.sendResponseHeaders(204, -1);
    }

    /** Begins an answer. */
    OutputStream begin(int status, long length) throws IOException {
        exchange.sendResponseHeaders(status, length);
        return exchange.getResponseBody();
    }
}
