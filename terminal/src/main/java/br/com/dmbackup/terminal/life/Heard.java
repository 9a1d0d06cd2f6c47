package br.com.dmbackup.terminal.life;

import br.com.dmbackup.terminal.vault.Pairing;
import br.com.dmbackup.terminal.vault.RoomNeed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was heard of each server since the terminal was started, for whoever looks. Thread-safe. */
final class Heard {
    /** Nobody has a longer one, and a hundred of them still have a length. */
    private static final long LONGEST = 1L << 50;

    private final Map<String, OfServer> servers = new ConcurrentHashMap<>();
    private final Map<String, Long> expected = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /**
     * @param contact when it was last there
     * @param backup when it last brought a backup
     * @param doneBytes of what it is bringing now; 0 when it brings nothing
     */
    record OfServer(Optional<Instant> contact, Optional<Instant> backup, long doneBytes, long totalBytes) {
        static final OfServer NOTHING = new OfServer(Optional.empty(), Optional.empty(), 0, 0);
    }

    Heard(InstantSource clock) {
        this.clock = clock;
    }

    /** The server says how long its archives will be. */
    void expects(Pairing pairing, long archiveBytes) {
        expected.put(pairing.pin(), Math.min(archiveBytes, LONGEST));
    }

    /** @param known by the archives that are here */
    RoomNeed roomNeed(Pairing pairing, RoomNeed known) {
        return known.archiveBytes() > 0 ? known : RoomNeed.ofArchives(expected.getOrDefault(pairing.pin(), 0L));
    }

    OfServer of(Pairing pairing) {
        return servers.getOrDefault(pairing.pin(), OfServer.NOTHING);
    }

    void contact(Pairing pairing) {
        Optional<Instant> now = Optional.of(clock.instant());
        servers.merge(pairing.pin(), new OfServer(now, Optional.empty(), 0, 0),
                (old, fresh) -> new OfServer(now, old.backup(), old.doneBytes(), old.totalBytes()));
    }

    void advanced(Pairing pairing, long doneBytes, long totalBytes) {
        servers.merge(pairing.pin(), new OfServer(Optional.empty(), Optional.empty(), doneBytes, totalBytes),
                (old, fresh) -> new OfServer(old.contact(), old.backup(), doneBytes, totalBytes));
    }

    /** A suspicious one is a backup, too: the server is there and does its work. */
    void committed(Pairing pairing) {
        Optional<Instant> now = Optional.of(clock.instant());
        servers.merge(pairing.pin(), new OfServer(now, now, 0, 0), (old, fresh) -> new OfServer(now, now, 0, 0));
    }
}
