package br.com.dmbackup.link.tls;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.link.wire.StreamFaults;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PinnedTlsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final LinkIdentity server = LinkIdentity.create(RANDOM);
    private final LinkIdentity terminal = LinkIdentity.create(RANDOM);
    private final PinnedTls serverTls = new PinnedTls(server, terminal.pin()::equals);
    private final PinnedTls terminalTls = new PinnedTls(terminal, server.pin()::equals);

    @Test
    void twoThatKnowEachOtherSpeakTls13() throws IOException {
        try (var sockets = new TwoSockets()) {
            CompletableFuture<SSLSocket> there = sockets.atTheCalled(socket -> terminalTls.answer(socket, "server"));
            SSLSocket here = sockets.atTheCaller(socket -> serverTls.call(socket, "terminal")).join();
            there.join();
            assertThat(here.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(here.getSession().getCipherSuite()).isEqualTo("TLS_AES_256_GCM_SHA384");
            assertThat(PinnedTls.peerOf(here)).isEqualTo(terminal.pin());
            assertThat(PinnedTls.peerOf(there.join())).isEqualTo(server.pin());
            exchange(here, there.join());
        }
    }

    @Test
    void aTerminalWithAnotherKeyIsNotSpokenTo() throws IOException {
        PinnedTls impostor = new PinnedTls(LinkIdentity.create(RANDOM), any -> true);
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> impostor.answer(socket, "server"));
            var here = sockets.atTheCaller(socket -> serverTls.call(socket, "terminal"));
            assertFault(here, FaultCode.LINK_PEER_UNKNOWN);
            TwoSockets.failureOf(there);
        }
    }

    @Test
    void aServerWithAnotherKeyIsNotListenedTo() throws IOException {
        PinnedTls impostor = new PinnedTls(LinkIdentity.create(RANDOM), terminal.pin()::equals);
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> terminalTls.answer(socket, "server"));
            var here = sockets.atTheCaller(socket -> firstByte(impostor, socket));
            assertFault(there, FaultCode.LINK_PEER_UNKNOWN);
            assertThat(TwoSockets.failureOf(here)).isInstanceOfSatisfying(BackupFault.class,
                    fault -> assertThat(fault.code()).isIn(FaultCode.LINK_NOT_PAIRED, FaultCode.LINK_LOST));
        }
    }

    @Test
    void aCallerWithoutAKeyIsNotListenedTo() throws Exception {
        SSLContext keyless = SSLContext.getInstance("TLSv1.3");
        keyless.init(null, new TrustManager[]{new PinTrust(any -> true)}, null);
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> terminalTls.answer(socket, "server"));
            sockets.letTheCaller(socket -> handshake(keyless, socket));
            assertFault(there, FaultCode.LINK_HANDSHAKE_FAILED);
        }
    }

    /** Certificates are no secret: who shows ours without the key is nobody. */
    @Test
    void aCallerWithTheCertificateButNotTheKeyIsNotListenedTo() throws IOException {
        KeyPair own = LinkIdentity.newKeys(RANDOM);
        PinnedTls thief = new PinnedTls(new LinkIdentity(own.getPrivate(), server.certificate()), any -> true);
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> terminalTls.answer(socket, "server"));
            sockets.letTheCaller(socket -> firstByte(thief, socket));
            assertFault(there, FaultCode.LINK_HANDSHAKE_FAILED);
        }
    }

    @Test
    void aTerminalWithTheCertificateButNotTheKeyIsNotSpokenTo() throws IOException {
        KeyPair own = LinkIdentity.newKeys(RANDOM);
        PinnedTls thief = new PinnedTls(new LinkIdentity(own.getPrivate(), terminal.certificate()), any -> true);
        try (var sockets = new TwoSockets()) {
            sockets.letTheCalled(socket -> thief.answer(socket, "server"));
            assertFault(sockets.atTheCaller(socket -> serverTls.call(socket, "terminal")),
                    FaultCode.LINK_HANDSHAKE_FAILED);
        }
    }

    /** A dead clock battery at either side must not stop copies. */
    @Test
    void datesDoNotMatter() throws IOException {
        LinkIdentity expired = dated("20010101000000Z", "20020101000000Z");
        LinkIdentity unborn = dated("21000101000000Z", "21010101000000Z");
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(
                    socket -> new PinnedTls(unborn, expired.pin()::equals).answer(socket, "server"));
            var here = sockets.atTheCaller(
                    socket -> new PinnedTls(expired, unborn.pin()::equals).call(socket, "terminal"));
            exchange(here.join(), there.join());
        }
    }

    @Test
    void nobodyIsHeardInAnOlderTls() throws IOException {
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> terminalTls.answer(socket, "server"));
            sockets.letTheCaller(socket -> olderHandshake(server, socket, true));
            assertFault(there, FaultCode.LINK_HANDSHAKE_FAILED);
        }
        try (var sockets = new TwoSockets()) {
            sockets.letTheCalled(socket -> olderHandshake(terminal, socket, false));
            assertFault(sockets.atTheCaller(socket -> serverTls.call(socket, "terminal")),
                    FaultCode.LINK_HANDSHAKE_FAILED);
        }
    }

    @Test
    void plainBytesAreNoHandshake() throws IOException {
        try (var sockets = new TwoSockets()) {
            var there = sockets.atTheCalled(socket -> terminalTls.answer(socket, "server"));
            sockets.letTheCaller(socket -> written(socket, "GET / HTTP/1.1\r\nHost: terminal\r\n\r\n".getBytes(
                    StandardCharsets.US_ASCII)));
            assertFault(there, FaultCode.LINK_HANDSHAKE_FAILED);
        }
    }

    @Test
    void whoSaysNothingIsGivenUp() throws IOException {
        try (var sockets = new TwoSockets()) {
            assertFault(sockets.atTheCalled(socket -> {
                try {
                    socket.setSoTimeout(50);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return terminalTls.answer(socket, "server");
            }), FaultCode.LINK_SILENT);
        }
    }

    /** A resumed session shows no certificate, and must be no way in for one who was known once. */
    @Test
    void aPairingThatEndedIsOverForResumedSessionsToo() throws IOException {
        AtomicBoolean paired = new AtomicBoolean(true);
        PinnedTls forgetful = new PinnedTls(terminal, pin -> paired.get() && pin.equals(server.pin()));
        int port;
        long made;
        try (var sockets = new TwoSockets()) {
            port = sockets.port();
            made = sessionMade(sockets, forgetful);
        }
        try (var sockets = new TwoSockets(port)) {
            assertThat(sessionMade(sockets, forgetful)).as("the session is resumed").isEqualTo(made);
        }
        paired.set(false);
        try (var sockets = new TwoSockets(port)) {
            var there = sockets.atTheCalled(socket -> forgetful.answer(socket, "server"));
            sockets.letTheCaller(socket -> firstByte(serverTls, socket));
            assertFault(there, FaultCode.LINK_PEER_UNKNOWN);
        }
    }

    private long sessionMade(TwoSockets sockets, PinnedTls called) throws IOException {
        var there = sockets.atTheCalled(socket -> called.answer(socket, "server"));
        SSLSocket here = sockets.atTheCaller(socket -> serverTls.call(socket, "terminal")).join();
        exchange(here, there.join());
        return here.getSession().getCreationTime();
    }

    private static LinkIdentity dated(String from, String to) {
        KeyPair pair = LinkIdentity.newKeys(RANDOM);
        return new LinkIdentity(pair.getPrivate(), SelfSigned.certificate(pair, from, to));
    }

    private static int firstByte(PinnedTls tls, Socket socket) {
        try {
            return tls.call(socket, "terminal").getInputStream().read();
        } catch (IOException e) {
            throw StreamFaults.of("terminal", e);
        }
    }

    private static Socket handshake(SSLContext context, Socket plain) {
        return handshake(context, plain, true, "TLSv1.3");
    }

    /** With the right key, so that the version alone is wrong. */
    private static Socket olderHandshake(LinkIdentity own, Socket plain, boolean calling) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[]{new OwnKey(own)}, new TrustManager[]{new PinTrust(any -> true)}, null);
            return handshake(context, plain, calling, "TLSv1.2");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Socket handshake(SSLContext context, Socket plain, boolean calling, String version) {
        try {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "terminal", 1, true);
            socket.setUseClientMode(calling);
            socket.setEnabledProtocols(new String[]{version});
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket written(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void exchange(SSLSocket here, SSLSocket there) throws IOException {
        here.getOutputStream().write(5);
        assertThat(there.getInputStream().read()).isEqualTo(5);
        there.getOutputStream().write(6);
        assertThat(here.getInputStream().read()).isEqualTo(6);
    }

    private static void assertFault(CompletableFuture<?> work, FaultCode code) {
        assertThat(TwoSockets.failureOf(work)).isInstanceOfSatisfying(BackupFault.class,
                fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
