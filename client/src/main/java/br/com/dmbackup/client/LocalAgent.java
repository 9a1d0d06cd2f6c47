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
import br.com.dmbackup.protocol.api.ArchiveContents;
import br.com.dmbackup.protocol.api.BackupPicture;
import br.com.dmbackup.protocol.api.FarewellReason;
import br.com.dmbackup.protocol.api.JobReport;
import br.com.dmbackup.protocol.api.JobRequest;
import br.com.dmbackup.protocol.api.PairingAsked;
import br.com.dmbackup.protocol.api.PairingReport;
import br.com.dmbackup.protocol.api.RemedyAsked;
import br.com.dmbackup.protocol.api.RemedyReport;
import br.com.dmbackup.protocol.api.SentFile;
import br.com.dmbackup.protocol.api.SettingsChanges;
import br.com.dmbackup.protocol.api.SettingsFlaw;
import br.com.dmbackup.protocol.api.SettingsTrial;
import br.com.dmbackup.protocol.api.SettingsView;
import br.com.dmbackup.protocol.api.SlotStatus;
import br.com.dmbackup.protocol.api.StoreAddress;
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
import java.util.stream.Collectors;

/**
 * The agent of one home folder, in one role. Every question is a connection of its own, on which the agent first proves
 * who it is; so an object of this class stays valid until the agent ends. Immutable.
 */
public final class LocalAgent {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String TOML = "Content-Type: application/toml\r\n";
    private static final String BYTES = "Content-Type: application/octet-stream\r\n";
    /** A slow terminal may be what an archive is read from. */
    private static final Duration ARCHIVE_SILENCE = Duration.ofMinutes(2);
    /** A database's server or a terminal may be what the agent waits for. */
    private static final Duration OTHER_MACHINE = Duration.ofMinutes(2);

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

    /** What stands where. It costs the agent more than a status: to be asked for when something has changed. */
    public BackupPicture picture() {
        return ask("GET", "/v1/picture", "", "", text -> RecordReader.read(BackupPicture.class, text));
    }

    /**
     * What an archive says of itself.
     *
     * @param which a slot, a backup's id, {@code newest}, or, for administrators, a sent file's id
     */
    public ArchiveContents contents(String which) {
        return ask("GET", "/v1/contents/" + escaped(which), "", "",
                text -> RecordReader.read(ArchiveContents.class, text));
    }

    /** A person took a copy of that backup along; it was read back. */
    public void tookCopy(String backup) {
        ask("POST", "/v1/external-copies", JSON, "{\"backup\":" + JsonText.quoted(backup) + "}", text -> text);
    }

    /**
     * Announces an archive that is not one of the agent's own, for {@link #send}. It takes the place of the one before.
     *
     * @param name what people call it, without folders
     */
    public SentFile announce(String name, long sizeBytes) {
        return ask("POST", "/v1/files", JSON,
                "{\"name\":" + JsonText.quoted(name) + ",\"sizeBytes\":" + sizeBytes + "}",
                text -> RecordReader.read(SentFile.class, text));
    }

    /**
     * Sends the next piece of it.
     *
     * @param piece at most {@link SentFile#LARGEST_PIECE}
     */
    public SentFile send(SentFile file, byte[] piece) {
        return exchange(token.proof(), "PUT", "/v1/files/" + escaped(file.id()),
                BYTES + SentFile.OFFSET + ": " + file.receivedBytes() + "\r\n", piece,
                whole(text -> RecordReader.read(SentFile.class, text)));
    }

    /** It is not needed any more. */
    public void drop(SentFile file) {
        ask("DELETE", "/v1/files/" + escaped(file.id()), "", "", text -> text);
    }

    /** Asks for work; it is done after whatever is under way. */
    public JobReport ask(JobRequest request) {
        String body = "{\"kind\":\"" + request.kind() + "\""
                + request.archive().map(archive -> ",\"archive\":" + JsonText.quoted(archive)).orElse("")
                + request.confirm().map(typed -> ",\"confirm\":" + JsonText.quoted(typed)).orElse("")
                + request.way().map(way -> ",\"way\":\"" + way + '"').orElse("")
                + request.place().map(place -> ",\"place\":" + JsonText.quoted(place)).orElse("") + "}";
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

    /** The settings as a form, secrets masked. */
    public SettingsView form() {
        return ask("GET", "/v1/settings/form", "", "", text -> RecordReader.read(SettingsView.class, text));
    }

    /**
     * Makes changes to single values.
     *
     * @param version of the form that they were made to
     * @throws AgentFault {@code SETTINGS_INVALID} with every problem, {@code SETTINGS_CHANGED_MEANWHILE},
     *         {@code SETTINGS_NEED_ADMINISTRATOR}
     */
    public void change(String version, SettingsChanges changes) {
        slowly("PATCH", "/v1/settings", JSON + "If-Match: " + version + "\r\n", json(changes), text -> text);
    }

    /** What would be wrong with the settings after these changes; nothing is kept. */
    public List<SettingsFlaw> check(SettingsChanges changes) {
        return ask("POST", "/v1/settings/check", JSON, json(changes),
                text -> RecordReader.readAll(SettingsFlaw.class, text));
    }

    /** Tries the settings that these changes would make: the database, the room, the folders. */
    public SettingsTrial tryOut(SettingsChanges changes) {
        return slowly("POST", "/v1/settings/try", JSON, json(changes),
                text -> RecordReader.read(SettingsTrial.class, text));
    }

    /**
     * Sends a test message through a channel as these changes would make it.
     *
     * @param channel its name
     * @throws AgentFault {@code SETTINGS_INVALID} with every problem, {@code NOTIFY_CHANNEL_UNKNOWN}
     */
    public SettingsTrial sendTest(String channel, SettingsChanges changes) {
        return slowly("POST", "/v1/settings/notices/" + escaped(channel), JSON, json(changes),
                text -> RecordReader.read(SettingsTrial.class, text));
    }

    /** Makes a terminal the store's. */
    public PairingReport pair(PairingAsked asked) {
        return slowly("POST", "/v1/settings/pair", JSON, "{\"code\":" + JsonText.quoted(asked.code())
                + asked.address().map(address -> ",\"address\":" + JsonText.quoted(address)).orElse("") + "}",
                text -> RecordReader.read(PairingReport.class, text));
    }

    /** Where this store's server is, and where the software house's registry takes it to be. */
    public StoreAddress storeAddress() {
        return slowly("GET", "/v1/address", "", "", text -> RecordReader.read(StoreAddress.class, text));
    }

    /**
     * Tells the registry where this store's server is now.
     *
     * @throws AgentFault {@code REGISTRY_*}
     */
    public StoreAddress registerAddress() {
        return slowly("POST", "/v1/address", JSON, "{}", text -> RecordReader.read(StoreAddress.class, text));
    }

    /** What a remedy would do. */
    public RemedyReport look(RemedyAsked asked) {
        return ask("POST", "/v1/remedies/look", JSON, json(asked),
                text -> RecordReader.read(RemedyReport.class, text));
    }

    /** Does it. */
    public RemedyReport apply(RemedyAsked asked) {
        return slowly("POST", "/v1/remedies", JSON, json(asked),
                text -> RecordReader.read(RemedyReport.class, text));
    }

    private static String json(RemedyAsked asked) {
        return "{\"kind\":\"" + asked.kind() + "\",\"topic\":" + JsonText.quoted(asked.topic()) + "}";
    }

    private static String json(SettingsChanges changes) {
        return changes.changes().stream()
                .map(change -> "{\"key\":" + JsonText.quoted(change.key())
                        + change.value().map(value -> ",\"value\":" + JsonText.quoted(value)).orElse("") + "}")
                .collect(Collectors.joining(",", "{\"createFolders\":" + changes.createFolders() + ",\"changes\":[",
                        "]}"));
    }

    /** For what has to wait for another machine. */
    private <T> T slowly(String method, String path, String headers, String body, Function<String, T> meaning) {
        return exchange(token.proof(), method, path, headers, utf8(body), whole(meaning), OTHER_MACHINE);
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
        return exchange(Proof.KEY, "POST", "/v1/admin", JSON, utf8(body),
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
        return exchange(token.proof(), method, path, headers, utf8(body), whole(meaning));
    }

    private static <T> Reading<T> whole(Function<String, T> meaning) {
        return (conversation, answer) -> {
            T read = meaning.apply(answer.text());
            conversation.close();
            return read;
        };
    }

    private <T> T open(String path, Reading<T> reading) {
        return exchange(token.proof(), "GET", path, "", new byte[0], reading);
    }

    private interface Reading<T> {
        T read(Conversation conversation, Answer answer) throws IOException;
    }

    /** The conversation is the reading's to close once it has been handed over. */
    private <T> T exchange(Proof by, String method, String path, String headers, byte[] body, Reading<T> reading) {
        return exchange(by, method, path, headers, body, reading, Conversation.SILENCE);
    }

    private <T> T exchange(Proof by, String method, String path, String headers, byte[] body, Reading<T> reading,
            Duration patience) {
        Conversation open = null;
        try {
            Conversation conversation = Conversation.with(address, by,
                    by == Proof.KEY ? new AgentSignature(address.publicKey())::answers : token::answers);
            open = conversation;
            conversation.patience(patience);
            Answer answer = conversation.ask(method, path,
                    "Authorization: Bearer " + token.value() + "\r\n"
                            + language.map(tag -> "Accept-Language: " + tag.tag() + "\r\n").orElse("") + headers,
                    body);
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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
