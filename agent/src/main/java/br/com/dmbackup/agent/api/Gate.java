package br.com.dmbackup.agent.api;

import br.com.dmbackup.protocol.FaultCode;
import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Set;

/**
 * Tells programs of this machine from web pages. A browser sends {@code Origin} or {@code Sec-Fetch-Site} with what a
 * page asks for; a page that made its own name point to this machine (DNS rebinding) is known by its {@code Host}. No
 * page is ever let in, so there is no CORS.
 */
final class Gate {
    private static final Set<String> OWN_SITE = Set.of("none", "same-origin");

    private final Set<String> hosts;

    Gate(int port) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** @throws Refusal {@code API_FOREIGN_CALLER} */
    void check(Headers headers) {
        List<String> host = headers.getOrDefault("Host", List.of());
        List<String> site = headers.getOrDefault("Sec-Fetch-Site", List.of());
        boolean own = host.size() == 1 && hosts.contains(host.getFirst()) && !headers.containsKey("Origin")
                && OWN_SITE.containsAll(site);
        if (!own) {
            throw Refusal.of(FaultCode.API_FOREIGN_CALLER);
        }
    }
}
