package br.com.dmbackup.destination.folder;

import br.com.dmbackup.testkit.destination.DestinationContract;
import br.com.dmbackup.testkit.destination.PlaceUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The laws on the ordinary disk of this machine. */
class PlainFolderContractTest extends DestinationContract {
    @TempDir
    Path base;

    @Override
    protected PlaceUnderTest newPlace() throws Exception {
        return new FolderPlace(base, Nature::ofType);
    }
}
