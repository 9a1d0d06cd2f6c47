package br.com.dmbackup.journeys.terminal;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Two network namespaces of Linux with a pair of virtual network cards, laid and taken up again by {@code ip}. */
final class Cable implements AutoCloseable {
    static final String TERMINAL = "10.77.3.1";
    private static final String SERVER = "10.77.3.2";

    private final String server = "dmb-s-" + ProcessHandle.current().pid();
    private final String terminal = "dmb-t-" + ProcessHandle.current().pid();

    private Cable() {}

    /** Lays it; where that is not possible the test is passed over, and it is said why. */
    static Cable lay() {
        Cable cable = new Cable();
        if (!cable.does("ip", "-V")) {
            if ("true".equals(System.getenv("CI"))) {
                fail("ip (iproute2) is not installed");
            }
            Assumptions.abort("ip (iproute2) is not installed");
        }
        boolean laid = cable.does("ip", "netns", "add", cable.server)
                && cable.does("ip", "netns", "add", cable.terminal)
                && cable.does("ip", "-n", cable.server, "link", "add", "ponta", "type", "veth", "peer", "name", "ponta",
                        "netns", cable.terminal);
        if (!laid) {
            cable.close();
            Assumptions.abort("no network namespaces here: they need root and a kernel that has them");
        }
        for (String end : List.of(cable.server, cable.terminal)) {
            cable.must("ip", "-n", end, "link", "set", "lo", "up");
            cable.must("ip", "-n", end, "link", "set", "ponta", "up");
        }
        cable.address(cable.server, SERVER);
        cable.address(cable.terminal, TERMINAL);
        return cable;
    }

    private void address(String end, String address) {
        must("ip", "-n", end, "addr", "flush", "dev", "ponta");
        must("ip", "-n", end, "addr", "add", address + "/24", "brd", "+", "dev", "ponta");
    }

    /** What a program at the server's end is started by. */
    List<String> atTheServer() {
        return List.of("ip", "netns", "exec", server);
    }

    /** What a program at the terminal's end is started by. */
    List<String> atTheTerminal() {
        return List.of("ip", "netns", "exec", terminal);
    }

    void moveTheTerminalTo(String address) {
        address(terminal, address);
    }

    /** Both directions so; false where this kernel knows no such thing. */
    boolean bad(String... netem) {
        return List.of(server, terminal).stream().allMatch(end -> {
            var line = new ArrayList<>(
                    List.of("tc", "-n", end, "qdisc", "replace", "dev", "ponta", "root", "netem"));
            line.addAll(Arrays.asList(netem));
            return does(line.toArray(String[]::new));
        });
    }

    /** From now on the server sends no more than 2 Mbit/s; false where this kernel knows no such thing. */
    boolean slow() {
        return does("tc", "-n", server, "qdisc", "replace", "dev", "ponta", "root", "tbf", "rate", "2mbit", "burst",
                "32kbit", "latency", "400ms");
    }

    /** Bytes that the server has sent. */
    long carriedBytes() {
        String told = said("ip", "-n", server, "-s", "link", "show", "ponta");
        List<String> words = List.of(told.substring(told.indexOf("TX:")).lines().skip(1).findFirst().orElse("0").strip()
                .split(" +"));
        return Long.parseLong(words.getFirst());
    }

    /** Nobody answers at the terminal's address any more, and neither end is told. */
    void pull() {
        must("ip", "-n", terminal, "addr", "flush", "dev", "ponta");
    }

    void plug() {
        address(terminal, TERMINAL);
    }

    private void must(String... line) {
        String told = said(line);
        if (!told.isBlank()) {
            throw new IllegalStateException(String.join(" ", line) + ": " + told);
        }
    }

    private boolean does(String... line) {
        try {
            return started(line).waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(String... line) {
        try {
            Process process = started(line);
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(10, TimeUnit.SECONDS);
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process started(String... line) throws IOException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return process;
    }

    @Override
    public void close() {
        does("ip", "netns", "del", server);
        does("ip", "netns", "del", terminal);
    }
}
