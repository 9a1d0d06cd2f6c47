package br.com.dmbackup.cli.terminal;

import java.util.List;
import java.util.Locale;

/**
 * What an administrator types once so that servers reach the terminal; nobody's firewall is changed behind their back.
 *
 * @param port of the terminal, TCP; it is looked for by UDP on the same
 */
record FirewallLines(int port) {
    List<String> lines() {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? windows() : linux();
    }

    /** Local networks alone: nobody comes from outside. Not tried on Windows yet. */
    List<String> windows() {
        return List.of("TCP", "UDP").stream()
                .map(protocol -> "netsh advfirewall firewall add rule name=\"DMBackup terminal " + protocol
                        + "\" dir=in action=allow protocol=" + protocol + " localport=" + port
                        + " remoteip=localsubnet profile=private,domain")
                .toList();
    }

    List<String> linux() {
        return List.of("ufw allow proto tcp to any port " + port + " comment 'DMBackup terminal'",
                "ufw allow proto udp to any port " + port + " comment 'DMBackup terminal'");
    }
}
