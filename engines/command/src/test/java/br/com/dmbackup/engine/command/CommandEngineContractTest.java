package br.com.dmbackup.engine.command;

import br.com.dmbackup.testkit.engine.DatabaseEngineContract;
import br.com.dmbackup.testkit.engine.LiveDatabase;
import java.nio.file.Path;

class CommandEngineContractTest extends DatabaseEngineContract {
    @Override
    protected LiveDatabase createLive(Path place) {
        return new CommandLive(place);
    }
}
