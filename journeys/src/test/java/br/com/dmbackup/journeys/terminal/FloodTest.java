package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.destination.terminal.TerminalDestinationFactory;
import br.com.dmbackup.journeys.terminal.TwoMachines.Said;
import br.com.dmbackup.link.tls.IdentityFile;
import br.com.dmbackup.link.tls.PinnedTls;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Greeting;
import br.com.dmbackup.link.wire.MessageKind;
import br.com.dmbackup.terminal.receiver.Receiver;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that is pressed hard, by strangers and by a paired server that was taken over. */
class FloodTest {
    private static final Receiver.Bounds BOUNDS = new Receiver.Bounds(64, 12, 24, Duration.ofSeconds(2),
            Duration.ofSeconds(2), 2048);

    @TempDir
    Path root;

    private final List<Socket> opened = new ArrayList<>();
    private TwoMachines machines;

    @BeforeEach
    void set() throws Exception {
        machines = new TwoMachines(root);
        machines.pair();
        machines.bounds = BOUNDS;
        machines.restartTerminal();
        assertThat(machines.backupAt("2026-11-23T09:05").code()).isZero();
    }

    @AfterEach
    void end() throws Exception {
        for (Socket socket : opened) {
            socket.close();
        }
        machines.close();
    }

    @Test
    void aThousandStrangersTakeABoundedShareAndTheServerIsServedBesideThem() throws Exception {
        long before = usedMemory();

        for (int i = 0; i < 1000; i++) {
            // Loopback has 16 million addresses: strangers from many places.
            stranger("127.1." + i / 100 + "." + (i % 100 + 1));
        }

        assertThat(machines.life.connections()).isLessThanOrEqualTo(BOUNDS.strangers() + 1);
        Said said = machines.backupAt("2026-11-23T10:05");
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(usedMemory() - before).isLessThan(32 << 20);
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> machines.life.connections() == 0);
    }

    @Test
    void oneAddressAloneTakesNoMoreThanItsShare() throws Exception {
        for (int i = 0; i < 200; i++) {
            stranger("127.2.0.1");
        }

        assertThat(machines.life.connections()).isLessThanOrEqualTo(BOUNDS.perAddress());
    }

    @Test
    void aLengthThatIsOnlyAnnouncedIsRefusedBeforeAnythingIsAllocated() throws Exception {
        try (SSLSocket paired = paired()) {
            paired.getOutputStream().write(ByteBuffer.allocate(5).putInt(Integer.MAX_VALUE)
                    .put((byte) MessageKind.PUT_BLOCK.number()).array());

            assertThat(rest(paired)).contains("LINK_GARBLED");
        }
    }

    @Test
    void whoSendsAByteNowAndThenIsThrownOut() throws Exception {
        try (SSLSocket paired = paired()) {
            paired.getOutputStream().write(ByteBuffer.allocate(5).putInt(4 << 20)
                    .put((byte) MessageKind.PUT_BLOCK.number()).array());

            Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(15)).until(() -> {
                try {
                    paired.getOutputStream().write(7);
                    return false;
                } catch (IOException thrownOut) {
                    return true;
                }
            });
        }
    }

    @Test
    void whoSaysNothingIsThrownOut() throws Exception {
        try (SSLSocket paired = paired()) {
            paired.setSoTimeout(15_000);

            assertThat(rest(paired)).doesNotContain("SYNCED");
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> machines.life.connections() == 0);
    }

    private void stranger(String from) throws IOException {
        Socket socket = new Socket();
        opened.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), machines.life.port()), 5000);
    }

    private SSLSocket paired() throws IOException {
        Socket socket = new Socket();
        opened.add(socket);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), machines.life.port()), 5000);
        SSLSocket secret = new PinnedTls(IdentityFile.openOrCreate(
                machines.server.resolve(TerminalDestinationFactory.IDENTITY), new SecureRandom()), anybody -> true)
                .call(socket, "terminal");
        new FramedConnection("terminal", secret.getInputStream(), secret.getOutputStream()).ask(
                new Greeting.Hello(Greeting.PROTOCOL_VERSION, "test", "", ""), Greeting.Welcome.class);
        return secret;
    }

    private static String rest(SSLSocket socket) {
        StringBuilder heard = new StringBuilder();
        try (InputStream in = socket.getInputStream()) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                heard.append((char) next);
            }
        } catch (IOException closed) {
            heard.append('.');
        }
        return heard.toString();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
