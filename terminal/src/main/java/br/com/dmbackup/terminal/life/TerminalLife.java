package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.link.find.LinkPort;
import br.com.dmbackup.link.pairing.PairedServer;
import br.com.dmbackup.link.tls.IdentityFile;
import br.com.dmbackup.link.tls.LinkIdentity;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.terminal.receiver.Receiver;
import br.com.dmbackup.terminal.vault.Pairing;
import br.com.dmbackup.terminal.vault.TerminalVault;
import br.com.dmbackup.terminal.vault.VaultListener;
import br.com.dmbackup.terminal.vault.VaultMachine;
import br.com.dmbackup.terminal.vault.VaultStep;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running terminal: opened with its settings, it takes backups until it is closed. */
public final class TerminalLife implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalLife.class);

    private final TerminalHome home;
    private final TerminalSettings settings;
    private final Machine machine;
    private final TerminalVault vault;
    private final Troubles troubles;
    private final Heard heard;
    private final Invitation invitation;
    private final Receiver receiver;
    private final Beacon beacon;
    private final Door door;
    private final SilenceWatchman watchman;
    private final ScheduledExecutorService minutes = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("minute").factory());
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * What the terminal takes from the machine it runs on.
     *
     * @param clock the wall's
     * @param monotonic a clock that nobody can set
     * @param minute how long a minute is; a minute, but for demonstrations
     * @param bounds of what connections may take
     * @param checkpoint told of each step of the vault; in the product nobody listens
     */
    public record Machine(InstantSource clock, MonotonicSource monotonic, Duration minute, Receiver.Bounds bounds,
            String programVersion, Consumer<VaultStep> checkpoint) {
        public Machine(InstantSource clock, MonotonicSource monotonic, Duration minute, Receiver.Bounds bounds,
                String programVersion) {
            this(clock, monotonic, minute, bounds, programVersion, step -> {});
        }

        VaultMachine vault(VaultListener listener) {
            return new VaultMachine(clock, monotonic, listener, checkpoint);
        }
    }

    private TerminalLife(TerminalHome home, TerminalSettings settings, Hours hours, Machine machine,
            LinkIdentity own, TerminalVault vault, Troubles troubles) {
        this.home = home;
        this.settings = settings;
        this.machine = machine;
        this.vault = vault;
        this.troubles = troubles;
        this.heard = new Heard(machine.clock());
        this.watchman = new SilenceWatchman(home.silenceFolder(), hours, settings.zone(), settings.expects(), troubles);
        this.invitation = new Invitation(own.pin(), settings.name(), machine.programVersion(), machine.monotonic(),
                this::room, this::keep);
        this.receiver = Receiver.open(settings.port(), own,
                new VaultHost(settings.name(), machine, vault, heard, troubles), invitation, machine.bounds(),
                () -> machine.monotonic().now().nanos());
        this.beacon = new Beacon(settings.findable() ? ports(receiver.port()) : Set.of(), own.pin(), settings.name(),
                receiver.port(), invitation::open, machine.monotonic());
        this.door = Door.open(new TerminalDesk(settings, machine, vault, invitation, heard, troubles, receiver),
                new DoorKeys(home.doorFolder()));
        var _ = minutes.scheduleWithFixedDelay(this::minute, 0, machine.minute().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /**
     * Opens it; its identity is made at the first time.
     *
     * @throws BackupFault {@code TERMINAL_NOT_SET_UP}, {@code ALREADY_RUNNING}, {@code TERMINAL_PORT_TAKEN} and those of
     *         the vault
     */
    public static TerminalLife open(TerminalHome home, TerminalSettings settings, Hours hours, Alarms alarms,
            Machine machine) {
        home.requireSetUp();
        home.prepare();
        makeFolder(settings);
        Troubles troubles = new Troubles(machine.clock(), alarms);
        TerminalVault vault = TerminalVault.open(settings.folder(), home.vaultFolder(),
                machine.vault(new VaultTroubles(troubles)));
        boolean open = false;
        try {
            LinkIdentity own = IdentityFile.openOrCreate(home.identityFolder().resolve("identity.pem"),
                    new SecureRandom());
            TerminalLife life = new TerminalLife(home, settings, hours, machine, own, vault, troubles);
            open = true;
            LOG.info("the terminal {} takes backups on port {}", own.pin(), life.port());
            return life;
        } finally {
            if (!open) {
                vault.close();
            }
        }
    }

    private static void makeFolder(TerminalSettings settings) {
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.TERMINAL_FILE_FAILED, settings.folder(), FileWords.of(e)).causedBy(e);
        }
    }

    /** Its own port, where it was paired, and the usual one, where everybody looks. */
    private static Set<Integer> ports(int own) {
        return own == LinkPort.DEFAULT ? Set.of(own) : Set.of(LinkPort.DEFAULT, own);
    }

    public int port() {
        return receiver.port();
    }

    /** How many are connected now. */
    public int connections() {
        return receiver.connections();
    }

    /** Whether nobody is paired yet. */
    public boolean lonely() {
        return vault.pairings().isEmpty();
    }

    /** What may be asked by people here. */
    public Desk desk() {
        return new TerminalDesk(settings, machine, vault, invitation, heard, troubles, receiver);
    }

    /** A replacement takes the place of the last server of the same store and database. */
    private Pairing keep(PairedServer server) {
        var facts = server.facts();
        String pin = server.pin().toString();
        Optional<Pairing> before = vault.pairings().stream()
                .filter(pairing -> facts.replacement() && pairing.cnpj().equals(facts.cnpj())
                        && (facts.database().isEmpty() || pairing.database().equals(facts.database())))
                .reduce((older, newer) -> newer);
        if (facts.replacement() && before.isEmpty()) {
            throw BackupFault.of(FaultCode.TERMINAL_SERVER_UNKNOWN, facts.cnpj(), names());
        }
        Pairing paired = before.map(old -> vault.replace(old.pin(), pin))
                .orElseGet(() -> vault.pair(pin, facts.cnpj(), facts.storeName(), facts.database()));
        heard.expects(paired, facts.archiveBytes());
        return paired;
    }

    private Map<String, Object> room(Pairing pairing) {
        Map<String, Object> room = new LinkedHashMap<>();
        heard.roomNeed(pairing, vault.keeping(pairing.pin()).roomNeed()).told(room);
        room.put("freeBytes", vault.store(pairing.pin()).space().freeBytes());
        return room;
    }

    private String names() {
        return String.join(", ", vault.pairings().stream().map(Pairing::storeName).toList());
    }

    private void minute() {
        try {
            vault.minute();
            watchman.look(vault.pairings(), heard, machine.clock().instant());
            troubles.mend("minute");
        } catch (BackupFault fault) {
            troubles.raise("minute", settings.name(), fault);
        } catch (RuntimeException defect) {
            LOG.error("a minute went wrong", defect);
        }
    }

    /** How long ago it last looked after its connections, which it does each second. */
    public Duration sinceLastBeat() {
        return receiver.sinceLastLook();
    }

    /** Waits until somebody has asked it to end, no longer than that. */
    public boolean endsWithin(Duration time) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks it to end. */
    public void stop() {
        ended.countDown();
    }

    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    public Messages words() {
        return Messages.in(settings.language());
    }

    @Override
    public void close() {
        ended.countDown();
        door.close();
        beacon.close();
        receiver.close();
        minutes.shutdownNow();
        vault.close();
        LOG.info("the terminal in {} has ended", home.root());
    }
}
