package br.com.dmbackup.cli;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code ensure-running} where nothing is to be done: the ERP asks whenever it opens and waits for the answer, so it is
 * given before the command line's library, the log and the database's driver are loaded. Anything out of the ordinary is
 * left to {@code EnsureRunningCommand}, as is an agent that has only just begun and knows nothing yet.
 */
final class QuickLook {
    private QuickLook() {}

    /** The exit code, or none when the whole program is needed. */
    static OptionalInt answer(String[] arguments, Map<String, String> environment) {
        if (arguments.length == 0 || !arguments[0].equals("ensure-running")) {
            return OptionalInt.empty();
        }
        boolean json = false;
        Path home = null;
        try {
            for (int i = 1; i < arguments.length; i++) {
                if (arguments[i].equals("--json")) {
                    json = true;
                } else if (arguments[i].equals("--home") && i + 1 < arguments.length) {
                    home = Path.of(arguments[++i]);
                } else {
                    return OptionalInt.empty();
                }
            }
            Path found = HomeFolder.of(home, Path.of("").toAbsolutePath(), environment);
            Optional<LocalAgent> agent = LocalAgent.find(found);
            Optional<AgentStatus> status = agent.map(LocalAgent::status).filter(known -> !known.places().isEmpty());
            return status.isPresent() ? OptionalInt.of(told(status.get(), json)) : OptionalInt.empty();
        } catch (AgentFault | InvalidPathException unusual) {
            return OptionalInt.empty();
        }
    }

    /** 0, or 10 with a warning: {@code ExitCode.OK} and {@code ExitCode.WARNING}. */
    private static int told(AgentStatus status, boolean json) {
        String warning = status.warning().orElse("");
        int code = warning.isEmpty() ? 0 : 10;
        String text = json
                ? "{\"ok\":" + (code == 0) + ",\"exitCode\":" + code
                        + ",\"result\":{\"running\":true,\"started\":false,\"version\":"
                        + quoted(status.programVersion())
                        + ",\"warning\":" + quoted(warning) + "},\"notices\":[]}"
                : "DMBackup: " + status.activity().text() + (warning.isEmpty() ? "" : "\n" + warning);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        out.print(text + "\n");
        out.flush();
        return code;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '"', '\\' -> quoted.append('\\').append(sign);
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (sign >= ' ') {
                        quoted.append(sign);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
