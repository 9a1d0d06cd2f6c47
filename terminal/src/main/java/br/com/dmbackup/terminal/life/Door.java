package br.com.dmbackup.terminal.life;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.FileWords;
import br.com.dmbackup.core.backup.SupportCode;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import br.com.dmbackup.protocol.api.SentFile;
import br.com.dmbackup.terminal.life.DoorKeys.Role;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where people at the terminal and their tray ask: HTTP on the loopback address alone, a free port and new tokens at each
 * start. Who asks proves it with a token; the terminal proves itself first, at {@code /v1/hello}. Web pages are never let
 * in. Tills may look; whatever changes something needs the admin's token, which the system's rights keep.
 */
final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    static final String REPLACEMENT = "replacement";
    private static final String ARCHIVES = "GET /v1/archives/";
    private static final int LARGEST_BODY = 4 << 10;
    private static final JsonMapper JSON = new JsonMapper();

    private final Desk desk;
    private final DoorKeys keys;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("door-", 0).factory());
    private final String till = DoorKeys.freshToken();
    private final String admin = DoorKeys.freshToken();

    private Door(Desk desk, DoorKeys keys, HttpServer server) {
        this.desk = desk;
        this.keys = keys;
        this.server = server;
    }

    static Door open(Desk desk, DoorKeys keys) {
        // The JDK's server has no limits by itself; they hold for the process and are read once.
        Map.of("sun.net.httpserver.maxReqTime", "10", "sun.net.httpserver.maxRspTime", "30",
                "jdk.httpserver.maxConnections", "50", "sun.net.httpserver.nodelay", "true").forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
            Door door = new Door(desk, keys, HttpServer.create(new InetSocketAddress(loopback, 0), 16));
            door.server.createContext("/", door::handle);
            door.server.setExecutor(door.threads);
            door.server.start();
            keys.write(door.port(), door.till, door.admin);
            return door;
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.TERMINAL_PORT_TAKEN, 0, FileWords.of(e)).causedBy(e);
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            try {
                receive(exchange);
            } catch (BackupFault fault) {
                refuse(exchange, 409, fault);
            } catch (RuntimeException defect) {
                LOG.error("{}", exchange.getRequestURI(), defect);
                refuse(exchange, 500, BackupFault.of(FaultCode.INTERNAL, SupportCode.of(defect)));
            }
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        List<String> host = headers.getOrDefault("Host", List.of());
        if (!host.equals(List.of("127.0.0.1:" + port())) || headers.containsKey("Origin")
                || headers.containsKey("Sec-Fetch-Site")) {
            refuse(exchange, 403, BackupFault.of(FaultCode.API_FOREIGN_CALLER));
            return;
        }
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        if (asked.equals("GET /v1/hello")) {
            String token = "TILL".equals(headers.getFirst(DoorKeys.ROLE)) ? till : admin;
            String nonce = Optional.ofNullable(headers.getFirst(DoorKeys.NONCE)).orElse("");
            answer(exchange, Map.of("proof", DoorKeys.proof(token, port(), nonce)));
            return;
        }
        Optional<Role> role = role(headers);
        if (role.isEmpty()) {
            refuse(exchange, 401, BackupFault.of(FaultCode.API_UNKNOWN_CALLER));
        } else if (asked.equals("GET /v1/status")) {
            answer(exchange, desk.status());
        } else if (asked.startsWith(ARCHIVES)) {
            archives(exchange, asked.substring(ARCHIVES.length()));
        } else if (role.get() != Role.ADMIN) {
            refuse(exchange, 403, BackupFault.of(FaultCode.TERMINAL_ADMINISTRATOR_NEEDED));
        } else {
            forAdmin(exchange, asked);
        }
    }

    /** Tills may take a copy along, as they may at the server. */
    private void archives(HttpExchange exchange, String asked) throws IOException {
        int slash = asked.indexOf('/');
        if (slash < 0) {
            answer(exchange, Map.of("archives", desk.shelf(asked).all()));
            return;
        }
        Headers headers = exchange.getRequestHeaders();
        long offset;
        try {
            offset = Long.parseLong(Optional.ofNullable(headers.getFirst(SentFile.OFFSET)).orElse(""));
        } catch (NumberFormatException e) {
            refuse(exchange, 400, BackupFault.of(FaultCode.API_NOT_UNDERSTOOD, Phrase.of("why.api_offset")));
            return;
        }
        byte[] piece = desk.shelf(asked.substring(0, slash)).piece(asked.substring(slash + 1),
                Optional.ofNullable(headers.getFirst("If-Match")).orElse(""), offset);
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, piece.length == 0 ? -1 : piece.length);
        exchange.getResponseBody().write(piece);
    }

    private void forAdmin(HttpExchange exchange, String asked) throws IOException {
        String body = body(exchange);
        switch (asked) {
            case "POST /v1/invitation" -> {
                Desk.Invited invited = desk.invite(body.equals(REPLACEMENT));
                answer(exchange, Map.of("code", invited.code(), "seconds", invited.valid().toSeconds()));
            }
            case "GET /v1/invitation" -> answer(exchange, desk.invitation());
            case "POST /v1/accept" -> {
                String[] lines = body.split("\n", 2);
                answer(exchange, Map.of("accepted",
                        desk.accept(lines[0].strip(), lines.length == 2 ? lines[1].strip() : "")));
            }
            case "POST /v1/unpair" -> {
                desk.unpair(body);
                answer(exchange, Map.of());
            }
            default -> refuse(exchange, 404, BackupFault.of(FaultCode.API_NOTHING_THERE));
        }
    }

    private Optional<Role> role(Headers headers) {
        String shown = Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
        // Both are compared, each in constant time: how long it takes says nothing.
        boolean isAdmin = same(shown, "Bearer " + admin);
        boolean isTill = same(shown, "Bearer " + till);
        if (isAdmin) {
            return Optional.of(Role.ADMIN);
        }
        return isTill ? Optional.of(Role.TILL) : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        return new String(body, StandardCharsets.UTF_8).strip();
    }

    private static void answer(HttpExchange exchange, Map<String, Object> value) throws IOException {
        send(exchange, 200, JSON.writeValueAsBytes(value));
    }

    private static void refuse(HttpExchange exchange, int status, BackupFault fault) throws IOException {
        send(exchange, status, JSON.writeValueAsBytes(Map.of("fault", fault.code().name(), "arguments",
                Arrays.stream(fault.arguments()).map(String::valueOf).toList())));
    }

    private static void send(HttpExchange exchange, int status, byte[] json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }

    @Override
    public void close() {
        keys.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
