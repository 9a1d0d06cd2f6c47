package br.com.dmbackup.destination.terminal;

import br.com.dmbackup.link.find.LinkPort;
import java.net.InetSocketAddress;

/** {@code host}, {@code host:port} or {@code [ipv6]:port}, as a person writes it. */
public final class Address {
    private Address() {}

    /**
     * Not looked up yet.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static InetSocketAddress parse(String text) {
        String address = text.strip();
        int colon = address.lastIndexOf(':');
        boolean bare = address.indexOf(':') != colon && !address.endsWith("]") && !address.contains("]:");
        if (colon < 0 || bare || address.endsWith("]")) {
            return InetSocketAddress.createUnresolved(host(address), LinkPort.DEFAULT);
        }
        int port = Integer.parseInt(address.substring(colon + 1));
        return InetSocketAddress.createUnresolved(host(address.substring(0, colon)), port);
    }

    private static String host(String text) {
        String host = text.replaceAll("^\\[|\\]$", "");
        if (host.isBlank() || host.contains("/") || host.contains(" ")) {
            throw new IllegalArgumentException(text);
        }
        return host;
    }

    /** As {@link #parse} takes it. */
    public static String text(InetSocketAddress address) {
        String host = address.getAddress() == null ? address.getHostString() : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
