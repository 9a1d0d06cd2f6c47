package br.com.dmbackup.agent.net;

import br.com.dmbackup.protocol.Phrase;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;

/** Why nobody was reached, in a person's words. The net's own words are left out: they may hold an address. */
public final class NetWords {
    private NetWords() {}

    public static Phrase of(@Nullable Throwable failure) {
        String key = "notify.net.broken";
        for (Throwable why = failure; why != null; why = why.getCause()) {
            key = switch (why) {
                case UnknownHostException e -> "notify.net.unknown_host";
                case UnresolvedAddressException e -> "notify.net.unknown_host";
                case HttpTimeoutException e -> "notify.net.timeout";
                case SocketTimeoutException e -> "notify.net.timeout";
                case NoRouteToHostException e -> "notify.net.no_route";
                case ConnectException e -> "notify.net.refused";
                default -> key;
            };
        }
        return Phrase.of(key);
    }
}
