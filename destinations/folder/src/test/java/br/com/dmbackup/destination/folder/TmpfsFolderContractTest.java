package br.com.dmbackup.destination.folder;

import br.com.dmbackup.testkit.destination.DestinationContract;
import br.com.dmbackup.testkit.destination.PlaceUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The laws on a small mounted file system. */
class TmpfsFolderContractTest extends DestinationContract {
    @TempDir
    Path base;

    @Override
    protected PlaceUnderTest newPlace() throws Exception {
        return new MountedPlace(base, Mount.tmpfs(MountedPlace.point(base), 8), true);
    }
}
