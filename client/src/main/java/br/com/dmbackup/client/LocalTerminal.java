package br.com.dmbackup.client;

import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.ApiFault;
import br.com.dmbackup.protocol.api.SentFile;
import br.com.dmbackup.protocol.api.TerminalArchive;
import br.com.dmbackup.protocol.api.TerminalStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The backup terminal that runs on this machine. Every question is a connection of its own. Immutable. */
public final class LocalTerminal {
    private static final String SETTINGS = "terminal.toml";

    private final Path home;
    private final Messages words;

    private LocalTerminal(Path home, Messages words) {
        this.home = home;
        this.words = words;
    }

    /** Whether a home is one of a backup terminal; it may be a server's besides. */
    public static boolean isHome(Path home) {
        return Files.isRegularFile(home.resolve(SETTINGS));
    }

    /** @param words the language of its faults */
    public static LocalTerminal at(Path home, Messages words) {
        return new LocalTerminal(home, words);
    }

    /**
     * How it stands.
     *
     * @throws AgentFault {@code TERMINAL_NOT_RUNNING}, {@code AGENT_FILES_CLOSED}
     */
    public TerminalStatus status() {
        return ask("/v1/status", "", answer -> RecordReader.read(TerminalStatus.class, answer.text()));
    }

    /** What stands there for a server. */
    public List<TerminalArchive> archives(String pin) {
        return ask("/v1/archives/" + escaped(pin), "",
                answer -> RecordReader.read(Archives.class, answer.text()).archives());
    }

    /**
     * Gives a server's newest suspicious backup its slot.
     *
     * @param archive the one that the person looked at; another that came meanwhile is not accepted in its stead
     * @throws AgentFault {@code TERMINAL_ADMINISTRATOR_NEEDED}, {@code NOTHING_SUSPICIOUS}
     */
    public void accept(String pin, TerminalArchive archive) {
        Accepted accepted = meet(talk -> talk.post("/v1/accept", pin + "\n" + archive.backup().orElseThrow()),
                answer -> RecordReader.read(Accepted.class, answer.text()));
        if (accepted.accepted().isEmpty()) {
            throw AgentFault.of(FaultCode.NOTHING_SUSPICIOUS);
        }
    }

    record Accepted(List<String> accepted) {}

    record Archives(List<TerminalArchive> archives) {}

    /** One of them, to be taken along. The caller closes the stream. */
    public ArchiveStream archive(String pin, TerminalArchive archive) {
        String name = archive.name().substring(archive.name().lastIndexOf('/') + 1);
        String path = "/v1/archives/" + escaped(pin) + "/"
                + Arrays.stream(archive.name().split("/", -1)).map(LocalTerminal::escaped)
                        .collect(Collectors.joining("/"));
        return new ArchiveStream(name, archive.sizeBytes(),
                archive.madeAt().flatMap(LocalTerminal::moment).orElse(Instant.EPOCH),
                new Pieces(archive, path), () -> {});
    }

    /** A moment as the terminal writes it. */
    public static Optional<Instant> moment(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An archive asked for piece by piece. */
    private final class Pieces extends InputStream {
        private final TerminalArchive archive;
        private final String path;
        private long done;
        private byte[] piece = new byte[0];
        private int at;

        Pieces(TerminalArchive archive, String path) {
            this.archive = archive;
            this.path = path;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (at == piece.length) {
                if (done == archive.sizeBytes()) {
                    return -1;
                }
                piece = ask(path, SentFile.OFFSET + ": " + done + "\r\nIf-Match: " + archive.tag() + "\r\n",
                        answer -> answer.body().readNBytes(TerminalArchive.LARGEST_PIECE));
                at = 0;
                done += piece.length;
                if (piece.length == 0) {
                    throw new IOException("shorter than it was");
                }
            }
            int read = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, offset, read);
            at += read;
            return read;
        }
    }

    private interface Meaning<T> {
        T of(Answer answer) throws IOException;
    }

    private interface Question {
        Answer put(DoorTalk talk) throws IOException;
    }

    private <T> T ask(String path, String headers, Meaning<T> meaning) {
        return meet(talk -> talk.ask(path, headers), meaning);
    }

    private <T> T meet(Question question, Meaning<T> meaning) {
        Optional<DoorFolder.Found> found = new DoorFolder(home).read();
        if (found.isEmpty()) {
            throw notRunning();
        }
        try (DoorTalk talk = DoorTalk.with(found.get())) {
            Answer answer = question.put(talk);
            if (answer.status() >= 300) {
                throw said(RecordReader.read(Refused.class, answer.text()));
            }
            return meaning.of(answer);
        } catch (IOException | IllegalArgumentException e) {
            throw notRunning().causedBy(e);
        }
    }

    record Refused(String fault, List<String> arguments) {}

    /** The terminal says codes and arguments; the words are ours. */
    private AgentFault said(Refused refused) {
        FaultCode code = Arrays.stream(FaultCode.values()).filter(one -> one.name().equals(refused.fault())).findFirst()
                .orElse(FaultCode.AGENT_REFUSED);
        Object[] arguments = refused.arguments().toArray();
        return AgentFault.said(new ApiFault(code.name(), "DM-" + code.number(), words.faultText(code, arguments),
                words.faultHint(code, arguments), List.of()));
    }

    private AgentFault notRunning() {
        return AgentFault.of(FaultCode.TERMINAL_NOT_RUNNING, home, Phrase.of("why.no_agent"));
    }

    private static String escaped(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
