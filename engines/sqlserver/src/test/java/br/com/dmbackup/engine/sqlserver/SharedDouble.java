package br.com.dmbackup.engine.sqlserver;

import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.engine.sqlserver.connection.Encryption;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerAddress;
import br.com.dmbackup.engine.sqlserver.connection.SqlServerLogin;
import br.com.dmbackup.engine.sqlserver.staging.StagingPlace;
import br.com.dmbackup.testkit.sqlserver.SqlServerDouble;
import br.com.dmbackup.testkit.sqlserver.state.Instance;
import br.com.dmbackup.testkit.sqlserver.state.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One double for all tests of the contract. */
final class SharedDouble {
    private static final String PASSWORD = "Padaria&Farmácia'1";
    private static final Path FOLDER = folder();
    private static final SqlServerDouble DOUBLE = SqlServerDouble
            .start(new Instance(Product.express2022(), FOLDER, Clock.system(ZoneId.of("America/Sao_Paulo")), PASSWORD))
            .encrypt(br.com.dmbackup.testkit.sqlserver.login.Encryption.EVERYTHING);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SharedDouble::remove));
    }

    private SharedDouble() {}

    static ServerUnderTest get() {
        SqlServerAddress address = new SqlServerAddress("127.0.0.1", OptionalInt.of(DOUBLE.port()), Optional.empty(),
                new SqlServerLogin.Sql("sa", new Secret(PASSWORD.toCharArray())),
                new Encryption(Encryption.Mode.TRUST, Optional.empty()));
        return new ServerUnderTest(address,
                DOUBLE.url() + "encrypt=true;trustServerCertificate=true;user=sa;password={" + PASSWORD + "}",
                new StagingPlace(Optional.empty(), Optional.empty()));
    }

    /** Statements of the engine that the double does not know. */
    static List<String> refused() {
        return DOUBLE.refused();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("sqlserver-double");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void remove() {
        DOUBLE.close();
        try (Stream<Path> all = Files.walk(FOLDER)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
