package br.com.dmbackup.testkit.sqlserver.browser;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers who asks for one instance (CLNT_UCAST_INST, MC-SQLR 2.2.3) or for all (2.2.1, 2.2.2); of an instance that it
 * does not know it says nothing, as the real one.
 */
public final class BrowserDouble implements AutoCloseable {
    /** Where clients ask. */
    public static final int USUAL_PORT = 1434;
    private static final int ALL_BROADCAST = 0x02;
    private static final int ALL = 0x03;
    private static final int ONE = 0x04;
    private static final int ANSWER = 0x05;
    private final DatagramSocket socket;
    private final Map<String, String> instances = new ConcurrentHashMap<>();

    private BrowserDouble(DatagramSocket socket) {
        this.socket = socket;
    }

    /**
     * Listens on the loopback address.
     *
     * @param port 0 for a free one
     */
    public static BrowserDouble start(int port) throws IOException {
        BrowserDouble browser = new BrowserDouble(
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        Thread.ofVirtual().name("browser-double").start(browser::answerAll);
        return browser;
    }

    /** Makes an instance known. */
    public BrowserDouble announce(String instance, String version, int tcpPort) {
        instances.put(instance.toUpperCase(Locale.ROOT),
                "ServerName;LOJA;InstanceName;%s;IsClustered;No;Version;%s;tcp;%d;;"
                        .formatted(instance, version, tcpPort));
        return this;
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void answerAll() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket asked = new DatagramPacket(new byte[64], 64);
                socket.receive(asked);
                String answer = answer(ByteBuffer.wrap(asked.getData(), 0, asked.getLength()));
                if (!answer.isEmpty()) {
                    byte[] text = answer.getBytes(StandardCharsets.ISO_8859_1);
                    byte[] packet = ByteBuffer.allocate(3 + text.length).order(ByteOrder.LITTLE_ENDIAN)
                            .put((byte) ANSWER).putShort((short) text.length).put(text).array();
                    socket.send(new DatagramPacket(packet, packet.length, asked.getSocketAddress()));
                }
            } catch (IOException e) {
                socket.close();
            }
        }
    }

    private String answer(ByteBuffer asked) {
        return switch (asked.hasRemaining() ? asked.get() : 0) {
            case ALL_BROADCAST, ALL -> String.join("", instances.values());
            case ONE -> instances.getOrDefault(StandardCharsets.ISO_8859_1.decode(asked).toString().replace("\0", "")
                    .toUpperCase(Locale.ROOT), "");
            default -> "";
        };
    }
}
