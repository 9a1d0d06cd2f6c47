package br.com.dmbackup.journeys.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.dmbackup.client.AgentFault;
import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.journeys.RealProgram;
import br.com.dmbackup.protocol.StatusText;
import br.com.dmbackup.protocol.api.AgentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A small store, set up by the real program, and the real agent as a process of its own, which can be killed and started
 * again.
 */
final class StoreWithAgent implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Path root;
    final Path home;
    final Path database;
    final Path terminal;
    private final RealProgram program;
    private Optional<Process> agent = Optional.empty();

    private StoreWithAgent(Path root) {
        this.root = root;
        this.home = root.resolve("MBHSist");
        this.database = root.resolve("loja.db");
        this.terminal = root.resolve("terminal");
        this.program = new RealProgram(root);
    }

    /** With 200 products, a terminal's folder, a first backup, and no agent yet. */
    static StoreWithAgent in(Path root) throws IOException, InterruptedException {
        return installed(root, List.of("--terminal", "terminal"));
    }

    /** The same with copies on the one machine alone. */
    static StoreWithAgent localOnlyIn(Path root) throws IOException, InterruptedException {
        return installed(root, List.of("--local-only"));
    }

    private static StoreWithAgent installed(Path root, List<String> where) throws IOException, InterruptedException {
        StoreWithAgent store = new StoreWithAgent(root);
        Files.createDirectories(store.terminal);
        Files.createDirectory(store.home,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        store.sql("create table produto (id integer primary key, nome text)");
        store.sell(200);
        List<String> words = new ArrayList<>(List.of("init", "--home", "MBHSist", "--database", "loja.db", "--cnpj",
                "11.222.333/0001-81", "--store-name", "Farmácia São José", "--yes"));
        words.addAll(where);
        RealProgram.Ended ended = store.program.run(words);
        assertThat(ended.code()).as(ended.text()).isZero();
        return store;
    }

    StoreWithAgent start() throws IOException {
        Path heard = Files.createTempFile(root, "agent", ".txt");
        Process process = program.leashed(List.of("agent", "--leashed", "--home", home.toString()), heard);
        agent = Optional.of(process);
        await().atMost(PATIENCE).until(() -> !process.isAlive() || settled());
        assertThat(process.isAlive()).as(Files.readString(heard)).isTrue();
        return this;
    }

    /** As by a power cut. */
    void kill() throws InterruptedException {
        if (agent.isPresent()) {
            agent.get().destroyForcibly().waitFor();
            agent = Optional.empty();
        }
    }

    LocalAgent agent() {
        return LocalAgent.at(home);
    }

    AgentStatus status() {
        return agent().status();
    }

    void sell(int products) {
        sql("with recursive n(i) as (select 1 union all select i + 1 from n where i < %d) insert into produto (nome) select hex(randomblob(40)) from n"
                .formatted(products));
    }

    void sql(String statement) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command of the real program on this home. */
    RealProgram.Ended command(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", home.toString()));
        return program.run(all);
    }

    /** What a killed one left does not count. */
    private boolean settled() {
        try {
            return LocalAgent.find(home).map(LocalAgent::status).filter(now -> !now.places().isEmpty()
                    && now.activity().status() == StatusText.WAITING).isPresent();
        } catch (AgentFault notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (agent.isPresent()) {
            end(agent.get());
        }
    }

    /** Ends with its input. */
    static void end(Process agent) throws IOException {
        agent.getOutputStream().close();
        try {
            agent.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException hangs) {
            agent.destroyForcibly().onExit().join();
        }
    }
}
