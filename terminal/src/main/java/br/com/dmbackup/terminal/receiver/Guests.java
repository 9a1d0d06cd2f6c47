package br.com.dmbackup.terminal.receiver;

import java.net.InetAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is connected. Counted before a connection costs anything: in all, from one address, and those that have not proven a
 * key yet. An address from which a paired server came before is let in beside a crowd of strangers. Thread-safe.
 */
final class Guests {
    private static final int MOST_KNOWN = 256;

    private final Receiver.Bounds bounds;
    private final Map<Socket, Guest> guests = new LinkedHashMap<>();
    private final Set<InetAddress> known = new HashSet<>();

    /** @param proven whether it has proven a paired key */
    record Guest(Socket socket, Pulse pulse, boolean proven) {}

    Guests(Receiver.Bounds bounds) {
        this.bounds = bounds;
    }

    /** Whether there is a place for it; then it has it. */
    synchronized boolean enter(Socket socket, Pulse pulse) {
        InetAddress from = socket.getInetAddress();
        long fromThere = guests.keySet().stream().filter(other -> other.getInetAddress().equals(from)).count();
        long strangers = guests.values().stream().filter(guest -> !guest.proven()).count();
        boolean room = guests.size() < bounds.connections() && fromThere < bounds.perAddress()
                && (strangers < bounds.strangers() || known.contains(from));
        if (room) {
            guests.put(socket, new Guest(socket, pulse, false));
        }
        return room;
    }

    synchronized void proven(Socket socket) {
        guests.computeIfPresent(socket, (same, guest) -> new Guest(same, guest.pulse(), true));
        if (known.size() < MOST_KNOWN) {
            known.add(socket.getInetAddress());
        }
    }

    synchronized void left(Socket socket) {
        guests.remove(socket);
    }

    synchronized int count() {
        return guests.size();
    }

    synchronized Collection<Guest> all() {
        return List.copyOf(guests.values());
    }
}
