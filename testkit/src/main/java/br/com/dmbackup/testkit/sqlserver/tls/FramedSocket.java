package br.com.dmbackup.testkit.sqlserver.tls;

import br.com.dmbackup.testkit.sqlserver.wire.PacketType;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * The socket under TLS: while the handshake lasts, what TLS sends and hears travels as payload of PRELOGIN packets;
 * after it, bare. Its streams are used by one thread during the handshake.
 */
final class FramedSocket extends Socket {
    private static final int HEADER = 8;
    private final Socket socket;
    private volatile boolean framing = true;
    private int leftOfPacket;

    FramedSocket(Socket socket) {
        this.socket = socket;
    }

    void handshakeIsOver() {
        framing = false;
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
                    out.write(ByteBuffer.allocate(HEADER + count).put((byte) PacketType.PRELOGIN.code()).put((byte) 1)
                            .putShort((short) (HEADER + count)).putInt(0).put(source, from, count).array());
                } else {
                    out.write(source, from, count);
                }
                out.flush();
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
