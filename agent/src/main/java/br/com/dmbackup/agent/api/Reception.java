package br.com.dmbackup.agent.api;

import br.com.dmbackup.agent.AgentDesk;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.SupportCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.protocol.api.AgentRole;
import br.com.dmbackup.protocol.api.ApiFault;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every request arrives: the gate, the token, the endpoint, in this order; and where every refusal gets its words. */
final class Reception implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final String BEARER = "Bearer ";
    private static final Map<String, String> ALWAYS = Map.of("Cache-Control", "no-store", "X-Content-Type-Options",
            "nosniff", "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'", "X-Frame-Options",
            "DENY", "Referrer-Policy", "no-referrer", "Cross-Origin-Resource-Policy", "same-origin");

    private final Gate gate;
    private final List<Endpoint> endpoints;
    private final Function<String, Optional<AgentRole>> roles;
    private final AgentDesk desk;
    private final SlowReaders slowReaders;

    /** @param roles the role that a token proves */
    Reception(Gate gate, List<Endpoint> endpoints, Function<String, Optional<AgentRole>> roles, AgentDesk desk,
            SlowReaders slowReaders) {
        this.gate = gate;
        this.endpoints = endpoints;
        this.roles = roles;
        this.desk = desk;
        this.slowReaders = slowReaders;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            ALWAYS.forEach(exchange.getResponseHeaders()::set);
            try {
                receive(exchange);
            } catch (Refusal refusal) {
                refuse(exchange, refusal);
            } catch (BackupFault fault) {
                refuse(exchange, Refusal.of(fault));
            } catch (RuntimeException defect) {
                LOG.error("{}", exchange.getRequestMethod(), defect);
                refuse(exchange,
                        Refusal.of(BackupFault.of(FaultCode.INTERNAL, SupportCode.of(defect)).causedBy(defect)));
            }
        } catch (IOException gone) {
            // Whoever asked has gone; nobody is left to be told.
            LOG.debug("gone", gone);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(HttpExchange exchange) throws IOException, InterruptedException {
        Headers headers = exchange.getRequestHeaders();
        gate.check(headers);
        Optional<AgentRole> role = token(headers).flatMap(roles);
        String path = exchange.getRequestURI().getPath();
        List<Endpoint> there = endpoints.stream().filter(endpoint -> endpoint.wordOf(path).isPresent()).toList();
        Endpoint endpoint = there.stream().filter(it -> it.method().equals(exchange.getRequestMethod())).findFirst()
                .orElse(null);
        boolean anyone = endpoint != null && endpoint.role().isEmpty();
        if (role.isEmpty() && !anyone) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"dmbackup\"");
            throw Refusal.of(FaultCode.API_UNKNOWN_CALLER);
        }
        if (endpoint == null) {
            throw new Refusal(there.isEmpty() ? 404 : 405, BackupFault.of(FaultCode.API_NOTHING_THERE));
        }
        if (!anyone && !endpoint.allows(role.orElseThrow())) {
            throw Refusal.of(FaultCode.AGENT_REFUSED, endpoint.toString());
        }
        checkBody(endpoint, headers);
        endpoint.work().answer(new Caller(exchange, role.orElse(AgentRole.TILL),
                endpoint.wordOf(path).orElse(""), words(headers), slowReaders));
    }

    /** Each endpoint takes one kind of body or none, and no question is ever in the address. */
    private static void checkBody(Endpoint endpoint, Headers headers) {
        String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("").replaceFirst(";.*", "").strip();
        boolean bodySent = headers.containsKey("Transfer-Encoding")
                || !"0".equals(Optional.ofNullable(headers.getFirst("Content-Length")).orElse("0"));
        if (endpoint.body().isEmpty() ? bodySent : !type.equalsIgnoreCase(endpoint.body())) {
            throw Refusal.notUnderstood(415, "why.api_type");
        }
    }

    private static Optional<String> token(Headers headers) {
        List<String> shown = headers.getOrDefault("Authorization", List.of());
        return shown.size() == 1 && shown.getFirst().startsWith(BEARER)
                ? Optional.of(shown.getFirst().substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** The language that was asked for, else the store's. */
    private Messages words(Headers headers) {
        return Messages.in(Optional.ofNullable(headers.getFirst("Accept-Language")).flatMap(Language::ofTag)
                .or(() -> Language.ofTag(desk.status().language())).orElse(Language.PT_BR));
    }

    private void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        if (exchange.getResponseCode() >= 0) {
            // An answer was begun: it breaks off, and is not taken for whole.
            LOG.warn("broken off", refusal);
            return;
        }
        BackupFault fault = refusal.fault();
        Messages words = words(exchange.getRequestHeaders());
        LOG.info("{} {}", refusal.status(), fault.code());
        exchange.getResponseHeaders().set("Connection", "close");
        ApiFault told = Refusal.words(fault, words);
        new Caller(exchange, AgentRole.TILL, "", words, slowReaders).answer(refusal.status(), told);
    }
}
