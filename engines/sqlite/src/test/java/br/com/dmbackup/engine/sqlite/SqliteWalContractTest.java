package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.testkit.engine.DatabaseEngineContract;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import java.nio.file.Path;

class SqliteWalContractTest extends DatabaseEngineContract {
    @Override
    protected LiveDatabase createLive(Path place) {
        return new SqliteLive(place, "wal");
    }
}
