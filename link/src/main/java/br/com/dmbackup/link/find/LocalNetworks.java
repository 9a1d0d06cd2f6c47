package br.com.dmbackup.link.find;

import br.com.dmbackup.link.wire.StreamFaults;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Everybody in reach: the broadcast address of each IPv4 network that this machine is in, and this machine itself. */
public final class LocalNetworks implements Supplier<List<InetSocketAddress>> {
    private final int port;

    /**
     * @param port where terminals listen, UDP
     */
    public LocalNetworks(int port) {
        this.port = port;
    }

    @Override
    public List<InetSocketAddress> get() {
        try {
            Set<InetAddress> addresses = new LinkedHashSet<>();
            for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
                if (network.isUp() && !network.isLoopback()) {
                    network.getInterfaceAddresses().stream().map(InterfaceAddress::getBroadcast)
                            .filter(Objects::nonNull).forEach(addresses::add);
                }
            }
            addresses.add(InetAddress.getLoopbackAddress());
            return addresses.stream().map(it -> new InetSocketAddress(it, port)).toList();
        } catch (SocketException e) {
            throw StreamFaults.of("UDP", e);
        }
    }
}
