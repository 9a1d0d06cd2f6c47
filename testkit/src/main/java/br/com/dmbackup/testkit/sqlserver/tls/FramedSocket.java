package br.com.dmbackup.testkit.sqlserver.tls;

import br.com.dmbackup.testkit.sqlserver.wire.PacketType;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * The socket under TLS: while the handshake lasts, what TLS sends and hears travels as payload of PRELOGIN packets;
 * after it, bare. All that TLS sends before it listens again is one message, as the client expects one answer to each
 * of its own. Its streams are used by one thread during the handshake.
 */
final class FramedSocket extends Socket {
    private static final int HEADER = 8;
    private static final int MOST = 4_096 - HEADER;
    private final Socket socket;
    private volatile boolean framing = true;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private int leftOfPacket;

    FramedSocket(Socket socket) {
        this.socket = socket;
    }

    void handshakeIsOver() throws IOException {
        sendWaiting();
        framing = false;
    }

    private void sendWaiting() throws IOException {
        byte[] all = waiting.toByteArray();
        waiting.reset();
        OutputStream out = socket.getOutputStream();
        for (int at = 0; at < all.length; at += MOST) {
            int count = Math.min(MOST, all.length - at);
            boolean last = at + count == all.length;
            out.write(ByteBuffer.allocate(HEADER + count).put((byte) PacketType.PRELOGIN.code())
                    .put((byte) (last ? 1 : 0)).putShort((short) (HEADER + count)).putInt(0).put(all, at, count)
                    .array());
        }
        out.flush();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream in = socket.getInputStream();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int from, int most) throws IOException {
                if (!framing) {
                    return in.read(target, from, most);
                }
                sendWaiting();
                if (leftOfPacket == 0) {
                    byte[] header = new byte[HEADER];
                    new DataInputStream(in).readFully(header);
                    leftOfPacket = (ByteBuffer.wrap(header).getShort(2) & 0xFFFF) - HEADER;
                }
                int count = in.read(target, from, Math.min(most, leftOfPacket));
                leftOfPacket -= Math.max(count, 0);
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        OutputStream out = socket.getOutputStream();
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[]{(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] source, int from, int count) throws IOException {
                if (framing) {
                    waiting.write(source, from, count);
                } else {
                    out.write(source, from, count);
                    out.flush();
                }
            }
        };
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return socket.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return socket.isOutputShutdown();
    }

    @Override
    public InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public synchronized void close() throws IOException {
        socket.close();
    }
}
