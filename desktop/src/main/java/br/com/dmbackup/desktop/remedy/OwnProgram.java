package br.com.dmbackup.desktop.remedy;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the agent by {@code dmbackup ensure-running}, in a process of the same program as this one: the service where
 * there is one, else an agent that outlives the windows.
 *
 * @param java the program that runs this one
 * @param classPath where it finds its classes
 */
public record OwnProgram(Path java, String classPath, Path home) implements AgentStart {
    private static final String MAIN = "br.com.dmbackup.cli.Dmbackup";
    private static final long PATIENCE_SECONDS = 90;

    /** The program that is running now. */
    public static OwnProgram of(Path home) {
        return new OwnProgram(Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"), home);
    }

    @Override
    public void start() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                List.of(java.toString(), "-cp", classPath, MAIN, "ensure-running", "--fresh",
                        "--home", home.toString()))
                .redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        // It ends with another code where the agent runs but is not well, which is another matter.
        if (!ended || LocalAgent.find(home).isEmpty()) {
            throw AgentFault.of(FaultCode.AGENT_UNREACHABLE, home,
                    said.isEmpty() ? Phrase.of("why.no_agent") : said.lines().findFirst().orElse(""));
        }
    }
}
