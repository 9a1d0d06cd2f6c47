package br.com.dmbackup.testkit.sqlserver.session;

import br.com.dmbackup.testkit.sqlserver.wire.PacketInput;
import br.com.dmbackup.testkit.sqlserver.wire.PacketType;
import br.com.dmbackup.testkit.sqlserver.wire.Request;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Hears the client on a thread of its own, so that attention (MS-TDS 2.2.1.7) is noticed while a statement runs. One
 * that comes while nothing runs is handed out like a request.
 */
final class Inbox implements Runnable {
    private final PacketInput in;
    private final Queue<Request> requests = new ArrayDeque<>();
    private boolean busy;
    private boolean attention;
    private boolean closed;

    Inbox(PacketInput in) {
        this.in = in;
    }

    @Override
    public void run() {
        try {
            Optional<Request> request = in.read();
            while (request.isPresent()) {
                hear(request.get());
                request = in.read();
            }
        } catch (IOException | RuntimeException e) {
            // The client is gone, or speaks another protocol: the session ends as if it had hung up.
        } finally {
            close();
        }
    }

    /** The next request, which runs until {@link #finish}; empty when the client has gone. */
    synchronized Optional<Request> next() throws InterruptedException {
        while (requests.isEmpty() && !closed) {
            wait();
        }
        return Optional.ofNullable(requests.poll());
    }

    /** Whether the request that runs is to end; or has nobody left to hear its answer. */
    synchronized boolean isCancelled() {
        return attention || closed;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** The request is answered; whether an attention came meanwhile, which wants its own answer. */
    synchronized boolean finish() {
        boolean came = attention;
        attention = false;
        busy = !requests.isEmpty();
        return came;
    }

    private synchronized void hear(Request request) {
        if (request.type() == PacketType.ATTENTION && busy) {
            attention = true;
        } else {
            requests.add(request);
            busy = true;
            notifyAll();
        }
    }

    private synchronized void close() {
        closed = true;
        notifyAll();
    }
}
