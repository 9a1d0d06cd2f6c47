package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.SystemMonotonicSource;
import br.com.dmbackup.link.find.FoundTerminal;
import br.com.dmbackup.link.find.LinkPort;
import br.com.dmbackup.link.find.LocalNetworks;
import br.com.dmbackup.link.find.TerminalFinder;
import br.com.dmbackup.link.pairing.PairedTerminal;
import br.com.dmbackup.link.pairing.PairingCode;
import br.com.dmbackup.link.pairing.PairingRequest;
import br.com.dmbackup.link.tls.IdentityFile;
import br.com.dmbackup.link.tls.LinkIdentity;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.tls.PinnedTls;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Greeting;
import br.com.dmbackup.link.wire.Pairing;
import br.com.dmbackup.link.wire.StreamFaults;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/**
 * The server's side of becoming acquainted: finds the terminal that shows a code, and proves to it that the code was typed
 * here.
 */
public final class PairingCall {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 30_000;
    private static final Duration SEARCH = Duration.ofSeconds(3);

    private final Path home;
    private final String programVersion;

    public PairingCall(Path home, String programVersion) {
        this.home = home;
        this.programVersion = programVersion;
    }

    /**
     * Who it is to be paired for.
     *
     * @param cnpj 14 characters; empty where there is none
     * @param replacement whether this machine takes a dead one's place
     * @param archiveBytes about how long an archive will be; 0 where nobody knows
     */
    public record Facts(String cnpj, String store, String database, boolean replacement, long archiveBytes) {}

    /** The terminal, and where it was. */
    public record Paired(PairedTerminal terminal, String address) {}

    /**
     * Pairs.
     *
     * @param address where the terminal is; none to look for the one that shows a code
     * @throws BackupFault {@code PAIRING_*}, {@code LINK_*}, {@code TERMINAL_CONNECTION_*}, {@code USAGE}, what the terminal says
     */
    public Paired with(String typedCode, Optional<String> address, Facts facts) {
        PairingCode code = PairingCode.parse(typedCode);
        InetSocketAddress there = address.map(PairingCall::parsed).orElseGet(PairingCall::found);
        LinkIdentity own = IdentityFile.openOrCreate(home.resolve(TerminalDestinationFactory.IDENTITY),
                new SecureRandom());
        String peer = Address.text(there);
        return Interruptibly.call("pair", () -> {
            // A code that was typed wrong must not be tried at once again: there are three tries.
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(there.getHostString(), there.getPort()), CONNECT_MILLIS);
                socket.setSoTimeout(SILENCE_MILLIS);
                // Whoever answers proves in the pairing itself that it is the one with the code.
                SSLSocket secret = new PinnedTls(own, anybody -> true).call(socket, peer);
                FramedConnection link = new FramedConnection(peer, secret.getInputStream(), secret.getOutputStream());
                Pairing.Begin begin = new Pairing.Begin(Greeting.PROTOCOL_VERSION, programVersion, facts.cnpj(),
                        facts.store(), facts.database(), hostName(), facts.replacement(), facts.archiveBytes());
                PairedTerminal terminal = new PairingRequest(code, begin, new SecureRandom()).run(link, own.pin(),
                        PinnedTls.peerOf(secret));
                return new Paired(terminal, peer);
            } catch (UnknownHostException e) {
                throw BackupFault.of(FaultCode.LINK_UNREACHABLE, peer, "DNS").causedBy(e);
            } catch (IOException e) {
                throw StreamFaults.of(peer, e);
            }
        });
    }

    private static InetSocketAddress parsed(String address) {
        try {
            return Address.parse(address);
        } catch (IllegalArgumentException none) {
            throw BackupFault.of(FaultCode.USAGE, "--address " + address).causedBy(none);
        }
    }

    private static InetSocketAddress found() {
        return only(new TerminalFinder(new LocalNetworks(LinkPort.DEFAULT), new SystemMonotonicSource(),
                new SecureRandom()).offering(SEARCH)).address();
    }

    /** The one that shows a code; some answer more than once. */
    static FoundTerminal only(List<FoundTerminal> found) {
        Map<Pin, FoundTerminal> different = new LinkedHashMap<>();
        found.stream().filter(FoundTerminal::offering)
                .forEach(terminal -> different.putIfAbsent(terminal.pin(), terminal));
        if (different.size() > 1) {
            throw BackupFault.of(FaultCode.TERMINAL_CONNECTION_AMBIGUOUS, String.join(", ", different.values().stream()
                    .map(one -> one.name() + " " + Address.text(one.address())).toList()));
        }
        return different.values().stream().findFirst()
                .orElseThrow(() -> BackupFault.of(FaultCode.TERMINAL_CONNECTION_NOT_FOUND));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException nameless) {
            return "";
        }
    }
}
