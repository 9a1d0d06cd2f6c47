package br.com.dmbackup.destination.folder;

import br.com.dmbackup.testkit.destination.DestinationContract;
import br.com.dmbackup.testkit.destination.PlaceUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The laws on a real FAT file system. Its FUSE driver, unlike Windows or the Linux kernel, takes no accents and keeps no times. */
class FatFolderContractTest extends DestinationContract {
    @TempDir
    Path base;

    @Override
    protected PlaceUnderTest newPlace() throws Exception {
        Mount mount = Mount.fat(MountedPlace.point(base), base.resolve("pendrive.img"), 40);
        return new MountedPlace(base, mount, false);
    }
}
