package br.com.dmbackup.agent.registry;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where this machine is in the store's network.
 *
 * @param lan the likeliest first: those of real connections before those that programs made
 */
public record OwnAddresses(List<String> lan, String host) {
    private static final Pattern BY_PROGRAMS = Pattern
            .compile("(?i)docker|veth|\\bbr-|virbr|vmnet|vbox|virtual|hyper-v|wsl|vpn|\\btun|\\btap");

    /** As it is now. A machine without a network has none. */
    public static OwnAddresses now() {
        try {
            return new OwnAddresses(
                    NetworkInterface.networkInterfaces().sorted(Comparator.comparing(OwnAddresses::madeByAProgram))
                            .flatMap(OwnAddresses::of).distinct().toList(),
                    hostName());
        } catch (IOException none) {
            return new OwnAddresses(List.of(), hostName());
        }
    }

    private static boolean madeByAProgram(NetworkInterface link) {
        return BY_PROGRAMS.matcher(link.getName() + " " + link.getDisplayName()).find();
    }

    private static Stream<String> of(NetworkInterface link) {
        try {
            return link.isUp() && !link.isLoopback() && !link.isVirtual()
                    ? link.inetAddresses().filter(Inet4Address.class::isInstance)
                            .filter(address -> !address.isLinkLocalAddress()).map(InetAddress::getHostAddress)
                    : Stream.empty();
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException nameless) {
            return "";
        }
    }
}
