package br.com.dmbackup.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Carries one direction of one connection: one thread takes bytes, another delivers them when they are due. */
final class Relay {
    private static final int PIECE_BYTES = 4096;
    private static final int PIECES = 1024;

    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(byte[] bytes, long dueNanos, boolean cut, boolean end) {}

    private final Wire wire;
    private final Socket from;
    private final Socket to;
    private final Runnable reset;
    private final BlockingQueue<Piece> onTheWay = new LinkedBlockingQueue<>(PIECES);

    Relay(Wire wire, Socket from, Socket to, Runnable reset) {
        this.wire = wire;
        this.from = from;
        this.to = to;
        this.reset = reset;
    }

    Thread[] start() {
        return new Thread[]{Thread.ofVirtual().name("wire-in").start(() -> orReset(this::takeAll)),
                Thread.ofVirtual().name("wire-out").start(() -> orReset(this::deliverAll))};
    }

    private void takeAll() throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        byte[] piece = new byte[PIECE_BYTES];
        int length = in.read(piece);
        while (length >= 0) {
            wire.awaitOpen();
            Wire.Fate fate = wire.take(length);
            if (fate.passing() > 0 || fate.cut()) {
                onTheWay.put(new Piece(Arrays.copyOf(piece, fate.passing()), fate.dueNanos(), fate.cut(), false));
                awaitNanos(fate.nextNanos());
            }
            if (fate.cut()) {
                return;
            }
            length = in.read(piece);
        }
        wire.awaitOpen();
        onTheWay.put(new Piece(new byte[0], wire.take(0).dueNanos(), false, true));
    }

    private void deliverAll() throws IOException, InterruptedException {
        OutputStream out = to.getOutputStream();
        while (true) {
            Piece piece = onTheWay.take();
            awaitNanos(piece.dueNanos());
            out.write(piece.bytes());
            if (piece.cut()) {
                reset.run();
                return;
            }
            if (piece.end()) {
                to.shutdownOutput();
                return;
            }
        }
    }

    private static void awaitNanos(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            left = due - System.nanoTime();
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void orReset(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException broken) {
            reset.run();
        }
    }
}
