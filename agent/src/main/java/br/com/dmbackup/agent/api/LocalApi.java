package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.agent.AgentFiles;
import br.com.dmbackup.agent.HomeDoor;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.api.AgentAddress;
import br.com.dmbackup.protocol.api.AgentStatus;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The agent's ear: listens on a free port of the loopback address, with new keys at each start, and writes down where.
 * Closed in good order it takes that away again.
 */
public final class LocalApi implements AutoCloseable {
    private static final int BACKLOG = 64;

    /**
     * How long it waits for others.
     *
     * @param heartbeat after so long without news followers get a sign of life
     * @param slowest so long somebody may leave unread what is written to them; a pen drive may take minutes to swallow
     *        what an archive's reader has read
     */
    public record Patience(Duration heartbeat, Duration slowest) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(15), Duration.ofMinutes(5));
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final StatusFrames frames;
    private final SlowReaders slowReaders;
    private final KeyFolder folder;
    private final AgentAddress address;

    private LocalApi(HttpServer server, ExecutorService threads, StatusFrames frames, SlowReaders slowReaders,
            KeyFolder folder, AgentAddress address) {
        this.server = server;
        this.threads = threads;
        this.frames = frames;
        this.slowReaders = slowReaders;
        this.folder = folder;
        this.address = address;
    }

    /** Listens until it is closed. */
    public static LocalApi open(AgentDesk desk, HomeDoor door, MonotonicSource monotonic) {
        return open(desk, door, monotonic, Patience.USUAL);
    }

    /**
     * The same with another patience.
     *
     * @throws BackupFault {@code AGENT_FILES_OPEN}, {@code HOME_NOT_WRITABLE}; {@code AGENT_UNREACHABLE} when this
     *         machine gives no port
     */
    public static LocalApi open(AgentDesk desk, HomeDoor door, MonotonicSource monotonic, Patience patience) {
        AgentFiles files = new AgentFiles(door.home());
        KeyFolder folder = new KeyFolder(files);
        folder.prepare();
        HttpServer server = listening(files);
        int port = server.getAddress().getPort();
        ApiKeys keys = ApiKeys.fresh();
        SlowReaders slowReaders = new SlowReaders(monotonic, patience.slowest());
        StatusFrames frames = new StatusFrames(desk);
        PasswordDesk passwords = new PasswordDesk(files, door.clock(), monotonic);
        SettingsDesk settings = new SettingsDesk(desk, door, keys);
        Endpoints endpoints = new Endpoints(desk, keys, port, new EventsDesk(frames, patience.heartbeat()), settings,
                passwords);
        server.createContext("/", new Reception(new Gate(port),
                endpoints.all(new JobDesk(desk, door),
                        Stream.of(new FormDesk(door, settings).endpoints(), new AddressDesk(door).endpoints(),
                                new RemedyDesk(desk, door).endpoints()).flatMap(List::stream).toList()),
                token -> keys.role(token).or(() -> passwords.role(token)), desk, slowReaders));
        ExecutorService threads = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("api-", 0).factory());
        server.setExecutor(threads);
        AgentAddress address = new AgentAddress(AgentStatus.API_VERSION, port, ProcessHandle.current().pid(),
                door.clock().instant(), keys.publicKey());
        LocalApi api = new LocalApi(server, threads, frames, slowReaders, folder, address);
        try {
            server.start();
            folder.write(keys, address);
            return api;
        } catch (RuntimeException | Error e) {
            api.close();
            throw e;
        }
    }

    public AgentAddress address() {
        return address;
    }

    private static HttpServer listening(AgentFiles files) {
        ServerLimits.set();
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(loopback, 0), BACKLOG);
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.AGENT_UNREACHABLE, files.home().root(), FileWords.of(e)).causedBy(e);
        }
    }

    @Override
    public void close() {
        folder.clear();
        frames.close();
        slowReaders.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
