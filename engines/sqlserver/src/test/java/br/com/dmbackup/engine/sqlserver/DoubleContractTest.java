package br.com.dmbackup.engine.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.testkit.engine.DatabaseEngineContract;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** Every law, through Microsoft's driver, against the double: a server that is not SQL Server. */
class DoubleContractTest extends DatabaseEngineContract {
    @Override
    protected LiveDatabase createLive(Path place) {
        return new SqlServerLive(SharedDouble.get());
    }

    @AfterEach
    void sentNothingThatTheDoubleDoesNotKnow() {
        assertThat(SharedDouble.refused()).isEmpty();
    }
}
