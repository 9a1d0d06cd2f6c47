package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.link.pairing.PairedServer;
import br.com.dmbackup.link.pairing.PairingOffer;
import br.com.dmbackup.link.tls.Pin;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Pairing.Begin;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.receiver.PairingDesk;
import br.com.dmbackup.terminal.vault.Pairing;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one offer of pairing that a person at the terminal has open, and what came of it. Thread-safe. */
final class Invitation implements PairingDesk {
    private final Pin own;
    private final String name;
    private final String programVersion;
    private final MonotonicSource monotonic;
    private final Function<Pairing, Map<String, Object>> room;
    private final Function<PairedServer, Pairing> keep;
    private volatile @Nullable PairingOffer offer;
    private volatile boolean replacement;
    /** Of the room of the server that was paired. */
    private volatile Map<String, Object> told = Map.of();
    private volatile Optional<Pairing> paired = Optional.empty();

    /**
     * @param room what is told of a server's room once it is paired
     * @param keep notes the server; the fault that it may throw is told to the server, and nobody is paired
     */
    Invitation(Pin own, String name, String programVersion, MonotonicSource monotonic,
            Function<Pairing, Map<String, Object>> room, Function<PairedServer, Pairing> keep) {
        this.room = room;
        this.own = own;
        this.name = name;
        this.programVersion = programVersion;
        this.monotonic = monotonic;
        this.keep = keep;
    }

    Desk.Invited invite(boolean asReplacement) {
        replacement = asReplacement;
        PairingOffer fresh = new PairingOffer(own, name, programVersion, monotonic, new SecureRandom());
        paired = Optional.empty();
        offer = fresh;
        return new Desk.Invited(fresh.code().shown(), fresh.left());
    }

    Map<String, Object> state() {
        PairingOffer current = offer;
        Map<String, Object> state = new LinkedHashMap<>();
        if (current == null) {
            state.put("state", "none");
            return state;
        }
        // In this order: a try that ends between the two questions has kept its server before it ended.
        boolean undecided = current.open() || current.tried();
        Optional<Pairing> kept = paired;
        state.put("secondsLeft", current.left().toSeconds());
        state.put("state", kept.isPresent() ? "paired" : undecided ? "open" : "over");
        kept.ifPresent(server -> {
            state.put("store", server.storeName());
            state.put("database", server.database());
            state.put("folder", server.folder());
            state.putAll(told);
        });
        return state;
    }

    @Override
    public boolean open() {
        PairingOffer current = offer;
        return current != null && current.open();
    }

    @Override
    public void pair(FramedConnection line, Pin peer, Begin begin) {
        PairingOffer current = offer;
        if (current == null) {
            throw BackupFault.of(FaultCode.PAIRING_CODE_EXPIRED);
        }
        if (begin.replacement() && !replacement) {
            throw BackupFault.of(FaultCode.REPLACEMENT_NOT_OFFERED);
        }
        var _ = current.answer(line, peer, begin, this::keep);
    }

    private void keep(PairedServer server) {
        Pairing kept = keep.apply(server);
        told = room.apply(kept);
        paired = Optional.of(kept);
    }
}
