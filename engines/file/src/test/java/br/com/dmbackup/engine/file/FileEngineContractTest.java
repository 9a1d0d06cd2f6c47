package br.com.dmbackup.engine.file;

import br.com.dmbackup.testkit.engine.DatabaseEngineContract;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import java.nio.file.Path;

class FileEngineContractTest extends DatabaseEngineContract {
    @Override
    protected LiveDatabase createLive(Path place) {
        return new FileLive(place);
    }
}
