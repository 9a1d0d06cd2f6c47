package br.com.dmbackup.engine.sqlserver.service;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** Whether anything answers at a port: what the driver knows too, but says in one sentence for all cases. */
final class TcpProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Why nothing answers. */
    enum Silence {
        UNKNOWN_HOST("server.unknown", "host"), REFUSED("server.refused", "tcp"), SILENT("server.silent", "tcp"),
        UNROUTABLE("sqlserver.unroutable", "host");

        private final String cause;
        private final String remedy;

        Silence(String cause, String remedy) {
            this.cause = cause;
            this.remedy = "sqlserver.remedy." + remedy;
        }

        String cause() {
            return cause;
        }

        String remedy() {
            return remedy;
        }
    }

    private TcpProbe() {}

    /** None where something answers. */
    static Optional<Silence> ask(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port),
                    Math.toIntExact(PATIENCE.toMillis()));
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(switch (failed) {
                case UnknownHostException unknown -> Silence.UNKNOWN_HOST;
                case SocketTimeoutException silent -> Silence.SILENT;
                case NoRouteToHostException away -> Silence.UNROUTABLE;
                case ConnectException refused -> Silence.REFUSED;
                default -> Silence.UNROUTABLE;
            });
        }
    }

    /** Whether a host is this machine, by whatever name. */
    static boolean isHere(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }
}
