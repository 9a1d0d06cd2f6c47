package br.com.dmbackup.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.link.tls.LinkIdentity;
import br.com.dmbackup.link.tls.PinnedTls;
import br.com.dmbackup.link.wire.Blocks;
import br.com.dmbackup.link.wire.FramedConnection;
import br.com.dmbackup.link.wire.Message;
import br.com.dmbackup.link.wire.MessageKind;
import br.com.dmbackup.link.wire.Sha256Hash;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.testkit.network.TcpFaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages over pinned TLS over a network that does what it likes. */
@Timeout(60)
class LinkOverBadNetworkTest {
    private static final Set<MessageKind> EXPECTED = Set.of(MessageKind.PUT_BLOCK, MessageKind.SYNC);
    private static final Set<FaultCode> BROKEN = Set.of(FaultCode.LINK_LOST, FaultCode.LINK_SILENT,
            FaultCode.LINK_HANDSHAKE_FAILED);
    private static final LinkIdentity SERVER = LinkIdentity.create(new SecureRandom());
    private static final LinkIdentity TERMINAL = LinkIdentity.create(new SecureRandom());

    private ServerSocket listener;
    private TcpFaultProxy proxy;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        proxy = new TcpFaultProxy(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        listener.close();
    }

    /** However a connection ends, what was received is a beginning of what was sent, and the end is a fault. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatArrivesBeforeACutIsWhatWasSent(long seed) {
        Random random = new Random(seed);
        List<Message> messages = blocks(random, 30);
        long cut = 1L + random.nextInt(400_000);
        proxy.up().cutAfter(cut);
        CompletableFuture<List<Message>> received = receiveAll();

        assertThatThrownBy(() -> {
            FramedConnection link = call();
            messages.forEach(link::send);
            link.ask(new Blocks.Sync(1), Blocks.Synced.class);
        }).as("cut after %d", cut).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isIn(BROKEN));
        List<Message> arrived = received.join();
        assertThat(arrived).hasSizeLessThan(messages.size());
        assertThat(arrived).isEqualTo(messages.subList(0, arrived.size()));
    }

    @Test
    void aPulledCableIsToldWithinTheReadTimeout() {
        CompletableFuture<List<Message>> received = receiveAll();
        FramedConnection link = call();
        assertThat(link.ask(new Blocks.Sync(1), Blocks.Synced.class).number()).isEqualTo(1);
        proxy.blackHole();

        assertThatThrownBy(() -> link.ask(new Blocks.Sync(2), Blocks.Synced.class))
                .isInstanceOfSatisfying(BackupFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(FaultCode.LINK_SILENT));
        proxy.cut();
        assertThat(received.join()).isEmpty();
    }

    @Test
    void framesAndTlsTakeLittleBesideTheBlocks() {
        List<Message> messages = blocks(new Random(5), 300);
        long encoded = messages.stream().mapToLong(it -> ((Blocks.Put) it).encoded().remaining()).sum();
        CompletableFuture<List<Message>> received = receiveAll();
        FramedConnection link = call();
        long before = proxy.up().carriedBytes();
        messages.forEach(link::send);
        assertThat(link.ask(new Blocks.Sync(1), Blocks.Synced.class).number()).isEqualTo(1);
        long onTheWire = proxy.up().carriedBytes() - before;
        proxy.cut();

        assertThat(onTheWire).isBetween(encoded, encoded * 102 / 100);
        assertThat(received.join()).isEqualTo(messages);
    }

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    /** Keeps blocks and answers syncs until the connection ends. */
    private CompletableFuture<List<Message>> receiveAll() {
        return CompletableFuture.supplyAsync(() -> {
            List<Message> received = new ArrayList<>();
            try (Socket plain = listener.accept()) {
                plain.setSoTimeout(5000);
                Socket tls = new PinnedTls(TERMINAL, SERVER.pin()::equals).answer(plain, "server");
                FramedConnection link = new FramedConnection("server", tls.getInputStream(), tls.getOutputStream());
                while (true) {
                    Message message = link.receive(EXPECTED);
                    if (message instanceof Blocks.Sync sync) {
                        link.send(new Blocks.Synced(sync.number()));
                        link.flush();
                    } else {
                        received.add(message);
                    }
                }
            } catch (BackupFault end) {
                assertThat(end.code()).isIn(BROKEN);
                return received;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, task -> Thread.ofVirtual().start(task));
    }

    private FramedConnection call() {
        try {
            Socket plain = new Socket(proxy.address().getAddress(), proxy.address().getPort());
            plain.setSoTimeout(1500);
            Socket tls = new PinnedTls(SERVER, TERMINAL.pin()::equals).call(plain, "terminal");
            return new FramedConnection("terminal", tls.getInputStream(), tls.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Message> blocks(Random random, int number) {
        List<Message> blocks = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            byte[] hash = new byte[Sha256Hash.BYTES];
            byte[] encoded = new byte[10_000 + random.nextInt(20_000)];
            random.nextBytes(hash);
            random.nextBytes(encoded);
            blocks.add(new Blocks.Put(Sha256Hash.of(hash), 250_000, random.nextInt(), ByteBuffer.wrap(encoded)));
        }
        return blocks;
    }
}
