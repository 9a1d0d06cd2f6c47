package br.com.dmbackup.destination.folder;

import br.com.dmbackup.testkit.destination.DestinationContract;
import br.com.dmbackup.testkit.destination.PlaceUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The laws where nothing is replaced atomically, on a file system that is otherwise as any other. */
class CarefulFolderContractTest extends DestinationContract {
    @TempDir
    Path base;

    @Override
    protected PlaceUnderTest newPlace() throws Exception {
        return new FolderPlace(base, type -> new Nature(false, Long.MAX_VALUE));
    }
}
