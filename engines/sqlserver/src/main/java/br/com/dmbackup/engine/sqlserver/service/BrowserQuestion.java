package br.com.dmbackup.engine.sqlserver.service;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Asks the SQL Server Browser of a host where its instances listen (MC-SQLR 2.2). */
final class BrowserQuestion {
    static final int PORT = 1434;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LONGEST_ANSWER = 65_535;
    /** 0x05 and a length. */
    private static final int HEADER = 3;
    private static final char OF_ONE_INSTANCE = 4;
    private static final String OF_ALL = "\u0003";
    private static final Pattern TCP = Pattern.compile("(?i)(?:^|;)tcp;(\\d{1,5})(?:;|$)");
    private static final Pattern NAME = Pattern.compile("(?i)(?:^|;)InstanceName;([^;]+)");

    private BrowserQuestion() {}

    /** The port of an instance; none where the Browser is silent or does not know it. */
    static OptionalInt port(String host, String instance) {
        return ask(host, OF_ONE_INSTANCE + instance).map(BrowserQuestion::portIn).orElse(OptionalInt.empty());
    }

    /** The instances that it knows; none where it is silent. */
    static List<String> instances(String host) {
        return ask(host, OF_ALL).map(answer -> NAME.matcher(answer).results().map(found -> found.group(1)).toList())
                .orElse(List.of());
    }

    static OptionalInt portIn(String answer) {
        Optional<String> port = TCP.matcher(answer).results().map(MatchResult::group).findFirst();
        return port.isPresent()
                ? OptionalInt.of(Integer.parseInt(port.get().replaceAll("\\D", "")))
                : OptionalInt.empty();
    }

    private static Optional<String> ask(String host, String question) {
        try (DatagramSocket socket = new DatagramSocket()) {
            byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(host), PORT));
            DatagramPacket answer = new DatagramPacket(new byte[LONGEST_ANSWER], LONGEST_ANSWER);
            socket.receive(answer);
            return answer.getLength() <= HEADER
                    ? Optional.empty()
                    : Optional.of(new String(answer.getData(), HEADER, answer.getLength() - HEADER,
                            StandardCharsets.UTF_8));
        } catch (SocketTimeoutException silent) {
            return Optional.empty();
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }
}
