package br.com.dmbackup.engine.postgresql;

import br.com.dmbackup.testkit.engine.DatabaseEngineContract;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import java.nio.file.Path;

class PostgresContractTest extends DatabaseEngineContract {
    @Override
    protected LiveDatabase createLive(Path place) {
        return new PostgresLive(SharedServer.get());
    }
}
