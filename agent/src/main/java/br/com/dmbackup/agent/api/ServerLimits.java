package br.com.dmbackup.agent.api;

import java.util.Map;

/**
 * What the JDK's server may be asked for before it says no; by itself it has no limits. They hold for the whole process
 * and are read once, so they are set before its first class is. How long an answer may take is no limit of the server's,
 * as followers stay for days: see {@link SlowReaders}.
 */
final class ServerLimits {
    private static final Map<String, String> LIMITS = Map.of(
            // Seconds for sending a request whole.
            "sun.net.httpserver.maxReqTime", "10", "sun.net.httpserver.idleInterval", "30",
            "sun.net.httpserver.maxIdleConnections", "32", "jdk.httpserver.maxConnections", "200",
            "sun.net.httpserver.maxReqHeaders", "40", "sun.net.httpserver.maxReqHeaderSize", "16384",
            // Small answers would wait for the other side's acknowledgement.
            "sun.net.httpserver.nodelay", "true");

    private ServerLimits() {}

    static void set() {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
