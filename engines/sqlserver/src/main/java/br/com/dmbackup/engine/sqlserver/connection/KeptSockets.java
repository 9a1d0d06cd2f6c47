package br.com.dmbackup.engine.sqlserver.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;

/**
 * Keeps hold of the sockets beneath the driver. Its own way to abort a connection says farewell in TLS first, and waits
 * for that behind whoever reads from a server that says nothing any more; a socket that is closed underneath ends both at
 * once.
 *
 * <p>The driver makes an instance by itself, by the class's name and one text, which is the key under which the sockets
 * are kept. Thread-safe.
 */
public final class KeptSockets extends SocketFactory {
    private static final Map<String, Queue<Socket>> SOCKETS = new ConcurrentHashMap<>();

    private final String key;

    /** Called by the driver. */
    public KeptSockets(String key) {
        super();
        this.key = key;
    }

    /** Closes all sockets of a key, whoever waits for them. */
    static void cut(String key) {
        forget(key).forEach(KeptSockets::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Closed is what it had to become.
            return;
        }
    }

    /** Lets go of them. */
    static Queue<Socket> forget(String key) {
        Queue<Socket> sockets = SOCKETS.remove(key);
        return sockets == null ? new ConcurrentLinkedQueue<>() : sockets;
    }

    @Override
    public Socket createSocket() {
        return kept(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return kept(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress here, int localPort) throws IOException {
        return kept(new Socket(host, port, here, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return kept(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress here, int localPort) throws IOException {
        return kept(new Socket(host, port, here, localPort));
    }

    private Socket kept(Socket socket) {
        SOCKETS.computeIfAbsent(key, fresh -> new ConcurrentLinkedQueue<>()).add(socket);
        return socket;
    }
}
