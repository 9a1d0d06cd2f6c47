package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.SystemMonotonicSource;
import br.com.dmbackup.core.settings.DurableFile;
import br.com.dmbackup.link.find.FoundTerminal;
import br.com.dmbackup.link.find.LinkPort;
import br.com.dmbackup.link.find.LocalNetworks;
import br.com.dmbackup.link.find.TerminalFinder;
import br.com.dmbackup.link.tls.IdentityFile;
import br.com.dmbackup.link.tls.PinnedTls;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Greeting;
import br.com.dmbackup.link.wire.StreamFaults;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the terminal: where it was last, where the settings say it is, and else wherever a machine in the network claims to
 * be it. The pin alone decides whether it is.
 */
final class Dialler {
    private static final Logger LOG = LoggerFactory.getLogger(Dialler.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SILENCE_MILLIS = 45_000;
    private static final Duration SEARCH = Duration.ofMillis(1_500);

    private final TerminalSettings settings;
    private final String programVersion;

    Dialler(TerminalSettings settings, String programVersion) {
        this.settings = settings;
        this.programVersion = programVersion;
    }

    /**
     * @param database as the manifest tells it; may be empty
     * @throws BackupFault {@code DESTINATION_MISSING} when it is nowhere; {@code LINK_NOT_PAIRED}
     */
    TerminalLine dial(String database, String dumpName) {
        Set<String> tried = new LinkedHashSet<>();
        Optional<BackupFault> last = Optional.empty();
        for (String address : knownAddresses()) {
            if (tried.add(address)) {
                try {
                    return dial(Address.parse(address), database, dumpName);
                } catch (BackupFault fault) {
                    last = Optional.of(elsewhere(fault));
                }
            }
        }
        Optional<FoundTerminal> found = found();
        if (found.isPresent()) {
            InetSocketAddress there = found.get().address();
            try {
                TerminalLine line = dial(there, database, dumpName);
                remember(Address.text(there));
                return line;
            } catch (BackupFault fault) {
                last = Optional.of(elsewhere(fault));
            }
        }
        BackupFault missing = BackupFault.of(FaultCode.DESTINATION_MISSING, settings.name(), settings.address());
        throw last.map(missing::causedBy).orElse(missing);
    }

    /** One that is there and has something to say against us need not be looked for. */
    private static BackupFault elsewhere(BackupFault fault) {
        if (!LinkTroubles.notThere(fault)) {
            throw fault;
        }
        return fault;
    }

    private List<String> knownAddresses() {
        List<String> known = new ArrayList<>();
        try {
            known.add(Files.readString(settings.foundFile()).strip());
        } catch (IOException neverMoved) {
            LOG.debug("{} is where it always was", settings.name());
        }
        known.add(settings.address());
        return known.stream().filter(address -> !address.isEmpty()).toList();
    }

    private Optional<FoundTerminal> found() {
        Set<Integer> ports = new LinkedHashSet<>(List.of(LinkPort.DEFAULT));
        if (!settings.address().isEmpty()) {
            ports.add(Address.parse(settings.address()).getPort());
        }
        try {
            return new TerminalFinder(
                    () -> ports.stream().flatMap(port -> new LocalNetworks(port).get().stream()).toList(),
                    new SystemMonotonicSource(), new SecureRandom()).byPin(settings.pin(), SEARCH);
        } catch (BackupFault noNetwork) {
            return Optional.empty();
        }
    }

    private void remember(String address) {
        try {
            DurableFile.replace(settings.foundFile(), (address + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException nextTimeItIsLookedForAgain) {
            LOG.info("the new address of {} is not remembered", settings.name(), nextTimeItIsLookedForAgain);
        }
    }

    private TerminalLine dial(InetSocketAddress address, String database, String dumpName) {
        String peer = Address.text(address);
        Socket socket = new Socket();
        boolean done = false;
        try {
            InetSocketAddress resolved = new InetSocketAddress(address.getHostString(), address.getPort());
            socket.connect(resolved, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(SILENCE_MILLIS);
            PinnedTls tls = new PinnedTls(IdentityFile.openOrCreate(settings.identityFile(), new SecureRandom()),
                    settings.pin()::equals);
            SSLSocket secret = tls.call(socket, peer);
            FramedConnection frames = new FramedConnection(peer, secret.getInputStream(), secret.getOutputStream());
            Greeting.Welcome welcome = frames.ask(
                    new Greeting.Hello(Greeting.PROTOCOL_VERSION, programVersion, database, dumpName),
                    Greeting.Welcome.class);
            done = true;
            return new TerminalLine(secret, frames, welcome);
        } catch (UnknownHostException e) {
            throw BackupFault.of(FaultCode.LINK_UNREACHABLE, peer, "DNS").causedBy(e);
        } catch (IOException e) {
            throw StreamFaults.of(peer, e);
        } finally {
            if (!done) {
                close(socket);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.debug("closing", gone);
        }
    }
}
