package br.com.dmbackup.link.pairing;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.core.policy.MonotonicStamp;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Greeting;
import br.com.dmbackup.link.wire.Pairing;
import br.com.dmbackup.protocol.Cnpj;
import br.com.dmbackup.protocol.FaultCode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The terminal's side of a pairing: one code, shown on its screen, good for one server, ten minutes and three tries from
 * one address. A try counts from the moment it begins, so that nobody gets one for nothing by hanging up; an address has one
 * at a time. Whoever else is on the network can so use up their own tries and not the server's, and what all of them together
 * may guess is still one part in 10^12. Once the offer is not {@link #open}, it stays so: a new one needs a new code.
 */
public final class PairingOffer {
    /** How long a code is good. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);
    /** How many tries one address has. */
    public static final int TRIES = 3;
    /** How many tries of all addresses end it. */
    public static final int ALL_TRIES = 60;

    private final PairingCode code;
    private final Pin own;
    private final Pairing.Ready introduction;
    private final MonotonicSource clock;
    private final SecureRandom random;
    private final MonotonicStamp begun;
    private final Map<String, Integer> tries = new HashMap<>();
    private final Set<String> trying = new HashSet<>();
    private int triesLeft = ALL_TRIES;
    private boolean used;

    /**
     * @param own this terminal's pin
     * @param terminalName what its people call it
     * @param programVersion for people
     */
    public PairingOffer(Pin own, String terminalName, String programVersion, MonotonicSource clock,
            SecureRandom random) {
        this(PairingCode.create(random), own, terminalName, programVersion, clock, random);
    }

    PairingOffer(PairingCode code, Pin own, String terminalName, String programVersion, MonotonicSource clock,
            SecureRandom random) {
        this.code = code;
        this.own = own;
        this.introduction = new Pairing.Ready(Greeting.PROTOCOL_VERSION, programVersion, terminalName);
        this.clock = clock;
        this.random = random;
        this.begun = clock.now();
    }

    /** For the terminal's screen. */
    public PairingCode code() {
        return code;
    }

    /** Whether a server may still try. */
    public synchronized boolean open() {
        return !used && triesLeft > 0 && !left().isZero();
    }

    /**
     * Whether a server's try has begun and not ended. One that was right closes the offer before it is kept: nothing is lost
     * as long as this is so.
     */
    public synchronized boolean tried() {
        return !trying.isEmpty();
    }

    /** How many tries an address still has. */
    public synchronized int triesLeft(String address) {
        return Math.min(triesLeft, TRIES - tries.getOrDefault(address, 0));
    }

    /** How much of the ten minutes is left. */
    public Duration left() {
        Duration left = GOOD_FOR.minus(clock.now().since(begun).orElse(GOOD_FOR));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Carries on a conversation that a server began with {@code begin}; {@code link.peer()} is its address. The caller tells the other side of the fault that
     * this ends with, if any.
     *
     * @param peer the server's pin, as TLS proved it on this very connection
     * @param keep keeps the pairing; only when it is kept does the server hear of it
     * @throws BackupFault {@code PAIRING_CODE_WRONG}, {@code PAIRING_CODE_EXPIRED}, {@code PAIRING_BUSY}, {@code
     *         PAIRING_INTERFERED}, {@code LINK_VERSION}, {@code LINK_GARBLED} and those of the connection
     */
    public PairedServer answer(FramedConnection link, Pin peer, Pairing.Begin begin, Consumer<PairedServer> keep) {
        requireSense(link, begin);
        beginTry(link.peer());
        try {
            link.send(introduction);
            link.flush();
            var exchange = new Exchange(Side.TERMINAL, link, new Transcript(peer, own, begin, introduction), code,
                    random);
            byte[] key = exchange.agree();
            if (!exchange.confirmed(key)) {
                throw BackupFault.of(FaultCode.PAIRING_CODE_WRONG, triesLeft(link.peer()));
            }
            PairedServer paired = new PairedServer(peer, begin);
            use();
            keep.accept(paired);
            exchange.confirm(key);
            return paired;
        } finally {
            endTry(link.peer());
        }
    }

    private static void requireSense(FramedConnection link, Pairing.Begin begin) {
        if (begin.protocolVersion() < Greeting.PROTOCOL_VERSION) {
            throw BackupFault.of(FaultCode.LINK_VERSION, link.peer(), begin.programVersion());
        }
        if (!begin.cnpj().isEmpty() && Cnpj.parse(begin.cnpj()).isEmpty()) {
            throw BackupFault.of(FaultCode.LINK_GARBLED, link.peer(), "CNPJ");
        }
    }

    private synchronized void beginTry(String address) {
        if (!open() || triesLeft(address) == 0) {
            throw BackupFault.of(FaultCode.PAIRING_CODE_EXPIRED);
        }
        if (!trying.add(address)) {
            throw BackupFault.of(FaultCode.PAIRING_BUSY);
        }
        tries.merge(address, 1, Integer::sum);
        triesLeft--;
    }

    private synchronized void use() {
        if (used || left().isZero()) {
            throw BackupFault.of(FaultCode.PAIRING_CODE_EXPIRED);
        }
        used = true;
    }

    private synchronized void endTry(String address) {
        trying.remove(address);
    }
}
