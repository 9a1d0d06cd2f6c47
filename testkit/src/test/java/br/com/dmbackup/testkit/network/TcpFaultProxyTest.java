package br.com.dmbackup.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpFaultProxyTest {
    private ServerSocket server;
    private TcpFaultProxy proxy;
    private Socket calling;
    private Socket called;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        proxy = new TcpFaultProxy(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
        calling = call();
        called = server.accept();
        called.setSoTimeout(10_000);
    }

    @AfterEach
    void disconnect() throws IOException {
        proxy.close();
        calling.close();
        called.close();
        server.close();
    }

    @Test
    void carriesEveryByteBothWaysAndTheEnd() throws Exception {
        byte[] sent = new byte[3_000_000];
        new Random(1).nextBytes(sent);
        Thread sender = send(calling, sent);
        assertThat(called.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
        sender.join();
        called.getOutputStream().write(7);
        assertThat(calling.getInputStream().read()).isEqualTo(7);

        calling.shutdownOutput();
        assertThat(called.getInputStream().read()).isEqualTo(-1);
        called.getOutputStream().write(8);
        assertThat(calling.getInputStream().read()).as("half closed only").isEqualTo(8);
        assertThat(proxy.up().carriedBytes()).isEqualTo(sent.length);
        assertThat(proxy.down().carriedBytes()).isEqualTo(2);
    }

    @Test
    void cutsAfterExactlySoManyBytes() throws Exception {
        proxy.up().cutAfter(12_345);
        Thread sender = send(calling, new byte[100_000]);
        int arrived = 0;
        try {
            while (called.getInputStream().read() >= 0) {
                arrived++;
            }
        } catch (SocketException reset) {
            // As ordered.
        }
        sender.join();

        assertThat(arrived).isEqualTo(12_345);
        assertThat(proxy.open()).isZero();
    }

    @Test
    void delaysWithoutSlowing() throws Exception {
        proxy.up().delay(Duration.ofMillis(200));
        long begun = System.nanoTime();
        Thread sender = send(calling, new byte[1_000_000]);
        assertThat(called.getInputStream().read()).isZero();
        assertThat(elapsed(begun)).isBetween(190L, 1500L);
        called.getInputStream().readNBytes(999_999);
        assertThat(elapsed(begun)).isLessThan(2500L);
        sender.join();
    }

    @Test
    void letsNoMoreBytesThroughThanOrdered() throws Exception {
        proxy.up().bandwidth(250_000);
        long begun = System.nanoTime();
        Thread sender = send(calling, new byte[250_000]);
        called.getInputStream().readNBytes(250_000);
        assertThat(elapsed(begun)).isBetween(900L, 2500L);
        sender.join();
    }

    @Test
    void aSlowWireHoldsItsSenderUp() throws Exception {
        proxy.up().bandwidth(100_000);
        calling.setSendBufferSize(64 << 10);
        Thread sender = send(calling, new byte[4_000_000]);
        called.getInputStream().readNBytes(50_000);
        assertThat(sender.isAlive()).as("four megabytes are not on a wire of 100 kB/s").isTrue();
    }

    @Test
    void aSwallowingWireIsDeafInOneDirectionOnly() throws Exception {
        proxy.up().swallow();
        calling.getOutputStream().write(new byte[100_000]);
        called.setSoTimeout(100);
        assertThatThrownBy(() -> called.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        called.getOutputStream().write(1);
        assertThat(calling.getInputStream().read()).isEqualTo(1);
        assertThat(proxy.up().carriedBytes()).isZero();
    }

    @Test
    void aStalledWireLosesNothing() throws Exception {
        proxy.up().stall();
        Thread sender = send(calling, new byte[]{5});
        called.setSoTimeout(100);
        assertThatThrownBy(() -> called.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        proxy.heal();
        called.setSoTimeout(10_000);
        assertThat(called.getInputStream().read()).isEqualTo(5);
        sender.join();
    }

    @Test
    void cutsWhatIsOpenAndRefusesWhatComes() throws Exception {
        proxy.refuse();
        try (Socket refused = call()) {
            assertThatThrownBy(() -> {
                refused.getOutputStream().write(1);
                if (refused.getInputStream().read() < 0) {
                    throw new SocketException("ended");
                }
            }).isInstanceOf(SocketException.class);
        }
        called.getOutputStream().write(1);
        assertThat(calling.getInputStream().read()).as("what was open goes on").isEqualTo(1);

        proxy.cut();
        assertThatThrownBy(() -> calling.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> called.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void leadsElsewhereWhenTold() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            proxy.lead(new InetSocketAddress(other.getInetAddress(), other.getLocalPort()));
            try (Socket again = call(); Socket there = other.accept()) {
                there.getOutputStream().write(9);
                assertThat(again.getInputStream().read()).isEqualTo(9);
            }
        }
    }

    private Socket call() throws IOException {
        Socket socket = new Socket(proxy.address().getAddress(), proxy.address().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static Thread send(Socket socket, byte[] bytes) {
        return Thread.ofVirtual().start(() -> {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException cut) {
                // Some tests cut it.
            }
        });
    }

    private static long elapsed(long begunNanos) {
        return Duration.ofNanos(System.nanoTime() - begunNanos).toMillis();
    }
}
