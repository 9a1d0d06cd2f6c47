package br.com.dmbackup.client;

import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.AdminPass;
import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentAddress.Proof;
import br.com.dmbackup.protocol.api.AgentRole;
import br.com.dmbackup.protocol.api.AgentStatus;
import br.com.dmbackup.protocol.api.ApiFault;
import br.com.dmbackup.protocol.api.FarewellReason;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.SlotStatus;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The agent of one home folder, in one role. Every question is a connection of its own, on which the agent first proves
 * who it is; so an object of this class stays valid until the agent ends. Immutable.
 */
public final class LocalAgent {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String TOML = "Content-Type: application/toml\r\n";
    /** A slow terminal may be what an archive is read from. */
    private static final Duration ARCHIVE_SILENCE = Duration.ofMinutes(2);

    private final Path home;
    private final AgentAddress address;
    private final Token token;
    private final Optional<Language> language;

    private LocalAgent(Path home, AgentAddress address, Token token, Optional<Language> language) {
        this.home = home;
        this.address = address;
        this.token = token;
        this.language = language;
    }

    /**
     * The living agent of a home, in the highest role that this account may have.
     *
     * @return none when there is none, whatever an earlier one left behind
     * @throws AgentFault {@code AGENT_FILES_CLOSED} when this account may not even know
     */
    public static Optional<LocalAgent> find(Path home) {
        return AgentFolder.of(home).read().map(found -> new LocalAgent(home, found.address(), found.token(),
                Optional.empty())).filter(LocalAgent::answers);
    }

    /**
     * The same where there must be one.
     *
     * @throws AgentFault {@code AGENT_UNREACHABLE}, {@code AGENT_FILES_CLOSED}
     */
    public static LocalAgent at(Path home) {
        return find(home).orElseThrow(
                () -> AgentFault.of(FaultCode.AGENT_UNREACHABLE, home, Phrase.of("why.no_agent")));
    }

    /** The same agent, which says its faults in that language instead of the store's. */
    public LocalAgent speaking(Language other) {
        return new LocalAgent(home, address, token, Optional.of(other));
    }

    /** The same agent in the role that a password gave. */
    public LocalAgent as(AdminPass pass) {
        return new LocalAgent(home, address, new Token(AgentRole.ADMIN, pass.token(), true), language);
    }

    public AgentRole role() {
        return token.role();
    }

    public AgentAddress address() {
        return address;
    }

    /** How it stands now. */
    public AgentStatus status() {
        return ask("GET", "/v1/status", "", "", text -> RecordReader.read(AgentStatus.class, text));
    }

    /** Follows it. The caller closes the stream. */
    public EventStream events() {
        return open("/v1/events", (conversation, answer) -> new EventStream(home, conversation, answer.body()));
    }

    /** The slots that hold something. */
    public List<SlotStatus> slots() {
        return ask("GET", "/v1/slots", "", "", text -> RecordReader.readAll(SlotStatus.class, text));
    }

    /** Asks for work; it is done after whatever is under way. */
    public JobReport ask(JobRequest request) {
        String body = "{\"kind\":\"" + request.kind() + "\""
                + request.archive().map(archive -> ",\"archive\":" + JsonText.quoted(archive)).orElse("")
                + request.confirm().map(typed -> ",\"confirm\":" + JsonText.quoted(typed)).orElse("") + "}";
        return ask("POST", "/v1/jobs", JSON, body, text -> RecordReader.read(JobReport.class, text));
    }

    /** How far a job is. */
    public JobReport job(String id) {
        return ask("GET", "/v1/jobs/" + escaped(id), "", "", text -> RecordReader.read(JobReport.class, text));
    }

    /**
     * An archive to take along. The caller closes the stream.
     *
     * @param which a slot ({@code 09h}), a backup's id, or {@code newest}
     */
    public ArchiveStream archive(String which) {
        return open("/v1/archives/" + escaped(which), (conversation, answer) -> {
            conversation.patience(ARCHIVE_SILENCE);
            return new ArchiveStream(answer.header("content-disposition").replaceFirst(".*filename=\"([^\"/\\\\]*)\".*",
                    "$1"), Long.parseLong(answer.header("content-length")), modified(answer), answer.body(),
                    conversation);
        });
    }

    /** The settings, with their secrets masked. */
    public SettingsText settings() {
        return open("/v1/settings", (conversation, answer) -> {
            SettingsText settings = new SettingsText(answer.text(), answer.header("etag"));
            conversation.close();
            return settings;
        });
    }

    /**
     * Puts these settings in the place of the present ones; what is masked in them stays as it is.
     *
     * @throws AgentFault {@code SETTINGS_INVALID} with every problem, {@code SETTINGS_CHANGED_MEANWHILE}
     */
    public void change(SettingsText settings) {
        ask("PUT", "/v1/settings", TOML + "If-Match: " + settings.version() + "\r\n", settings.text(), text -> text);
    }

    /** The machine is about to be switched off, or to sleep. */
    public void goodbye(FarewellReason reason) {
        ask("POST", "/v1/goodbye", JSON, "{\"reason\":\"" + reason + "\"}", text -> text);
    }

    /** Ends the agent in good order. Returns at once. */
    public void stop() {
        ask("POST", "/v1/stop", JSON, "{}", text -> text);
    }

    /**
     * The role of an administrator for a while. The password is given only to whoever can sign as the agent: many may
     * read the token of the tills, and could pose as an agent that has died.
     *
     * @throws AgentFault {@code PASSWORD_WRONG}, {@code PASSWORD_PAUSE}, {@code PASSWORD_NOT_SET}
     */
    public AdminPass admin(char[] password) {
        String body = "{\"password\":" + JsonText.quoted(new String(password)) + "}";
        return exchange(Proof.KEY, "POST", "/v1/admin", JSON, body,
                whole(text -> RecordReader.read(AdminPass.class, text)));
    }

    private boolean answers() {
        try {
            Conversation.with(address, token.proof(), token::answers).close();
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    private <T> T ask(String method, String path, String headers, String body, Function<String, T> meaning) {
        return exchange(token.proof(), method, path, headers, body, whole(meaning));
    }

    private static <T> Reading<T> whole(Function<String, T> meaning) {
        return (conversation, answer) -> {
            T read = meaning.apply(answer.text());
            conversation.close();
            return read;
        };
    }

    private <T> T open(String path, Reading<T> reading) {
        return exchange(token.proof(), "GET", path, "", "", reading);
    }

    private interface Reading<T> {
        T read(Conversation conversation, Answer answer) throws IOException;
    }

    /** The conversation is the reading's to close once it has been handed over. */
    private <T> T exchange(Proof by, String method, String path, String headers, String body, Reading<T> reading) {
        Conversation open = null;
        try {
            Conversation conversation = Conversation.with(address, by,
                    by == Proof.KEY ? new AgentSignature(address.publicKey())::answers : token::answers);
            open = conversation;
            Answer answer = conversation.ask(method, path,
                    "Authorization: Bearer " + token.value() + "\r\n"
                            + language.map(tag -> "Accept-Language: " + tag.tag() + "\r\n").orElse("") + headers,
                    body.getBytes(StandardCharsets.UTF_8));
            if (answer.status() >= 300) {
                throw AgentFault.said(RecordReader.read(ApiFault.class, answer.text()));
            }
            T read = reading.read(conversation, answer);
            open = null;
            return read;
        } catch (Conversation.Impostor e) {
            throw unreachable("why.another_program", e);
        } catch (SocketTimeoutException e) {
            throw unreachable("why.agent_silent", e);
        } catch (IllegalArgumentException e) {
            throw unreachable("why.agent_odd", e);
        } catch (IOException e) {
            throw unreachable("why.no_agent", e);
        } finally {
            if (open != null) {
                closed(open);
            }
        }
    }

    private AgentFault unreachable(String why, Exception cause) {
        return AgentFault.of(FaultCode.AGENT_UNREACHABLE, home, Phrase.of(why)).causedBy(cause);
    }

    private static Instant modified(Answer answer) throws IOException {
        try {
            return ZonedDateTime.parse(answer.header("last-modified"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (java.time.DateTimeException e) {
            throw new IOException(e);
        }
    }

    private static String escaped(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static void closed(Closeable line) {
        try {
            line.close();
        } catch (IOException alreadyGone) {
            // Nothing was to be kept.
        }
    }
}
