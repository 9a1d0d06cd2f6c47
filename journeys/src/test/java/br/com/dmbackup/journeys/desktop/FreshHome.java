package br.com.dmbackup.journeys.desktop;

import static org.awaitility.Awaitility.await;

import br.com.dmbackup.client.LocalAgent;
import br.com.dmbackup.journeys.RealProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A machine on which nobody has set anything up: a database, an empty home, and an agent that waits for settings. */
final class FreshHome implements AutoCloseable {
    final Path home;
    final Path database;
    private final Process agent;

    FreshHome(Path root) throws IOException, SQLException {
        home = Files.createDirectory(root.resolve("MBHSist"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        database = root.resolve("loja.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var running = connection.createStatement()) {
            running.execute("create table produto (id integer primary key, nome text)");
            running.execute("insert into produto (nome) values ('dipirona'), ('soro')");
        }
        agent = new RealProgram(root).leashed(List.of("agent", "--leashed", "--home", home.toString()),
                root.resolve("agent.txt"));
        await().atMost(Duration.ofSeconds(60)).until(() -> !agent.isAlive() || LocalAgent.find(home).isPresent());
    }

    @Override
    public void close() throws IOException {
        StoreWithAgent.end(agent);
    }
}
