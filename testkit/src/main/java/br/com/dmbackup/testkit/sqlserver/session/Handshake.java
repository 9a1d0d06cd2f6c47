package br.com.dmbackup.testkit.sqlserver.session;

import br.com.dmbackup.testkit.sqlserver.login.Encryption;
import br.com.dmbackup.testkit.sqlserver.login.Login7;
import br.com.dmbackup.testkit.sqlserver.login.PreLogin;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import br.com.dmbackup.testkit.sqlserver.tls.ServerCertificate;
import br.com.dmbackup.testkit.sqlserver.tls.TlsLayer;
import br.com.dmbackup.testkit.sqlserver.wire.Bytes;
import br.com.dmbackup.testkit.sqlserver.wire.PacketInput;
import br.com.dmbackup.testkit.sqlserver.wire.PacketOutput;
import br.com.dmbackup.testkit.sqlserver.wire.PacketType;
import br.com.dmbackup.testkit.sqlserver.wire.Request;
import br.com.dmbackup.testkit.sqlserver.wire.WireHabits;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;

/**
 * PRELOGIN, TLS and LOGIN7 (MS-TDS 3.3.5), after which the channel is either encrypted or bare for good.
 *
 * @param channel on which the session goes on
 * @param login who asks to come in
 */
record Handshake(Socket channel, Login7 login) {
    static Handshake shake(Socket socket, Encryption offered, Product product) throws IOException {
        PreLogin asked = PreLogin.read(need(socket, PacketType.PRELOGIN));
        Encryption agreed = offered.answer(asked.encryption());
        PacketOutput out = new PacketOutput(socket.getOutputStream(), WireHabits.usual());
        out.write(new Bytes().bytes(asked.answer(agreed, product.major(), product.minor(), product.build())));
        out.end();
        if (agreed == Encryption.NOT_SUPPORTED) {
            return new Handshake(socket, Login7.read(need(socket, PacketType.LOGIN7)));
        }
        Socket encrypted = TlsLayer.accept(socket, ServerCertificate.shared());
        Login7 login = Login7.read(need(encrypted, PacketType.LOGIN7));
        return new Handshake(agreed == Encryption.LOGIN_ONLY ? socket : encrypted, login);
    }

    private static byte[] need(Socket socket, PacketType type) throws IOException {
        Request request = new PacketInput(socket.getInputStream()).read().orElseThrow(EOFException::new);
        if (request.type() != type) {
            throw new IOException(request.type() + " where " + type + " belongs");
        }
        return request.payload();
    }
}
