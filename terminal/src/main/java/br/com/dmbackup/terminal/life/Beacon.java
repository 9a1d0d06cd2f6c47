package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.policy.MonotonicSource;
import br.com.dmbackup.link.find.TerminalBeacon;
import br.com.dmbackup.link.tls.Pin;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers those who look for this terminal. Where another program has the port it is done without: the terminal is found
 * by its address all the same.
 */
final class Beacon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Beacon.class);

    private final List<TerminalBeacon> beacons = new ArrayList<>();

    Beacon(Set<Integer> udpPorts, Pin own, String name, int tcpPort, BooleanSupplier offering,
            MonotonicSource monotonic) {
        for (int port : udpPorts) {
            try {
                beacons.add(new TerminalBeacon(new InetSocketAddress(port), own, name, tcpPort, offering, monotonic));
            } catch (BackupFault taken) {
                LOG.info("not to be found at UDP port {}: {}", port, taken.getMessage());
            }
        }
    }

    @Override
    public void close() {
        beacons.forEach(TerminalBeacon::close);
    }
}
