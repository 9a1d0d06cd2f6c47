package br.com.dmbackup.desktop.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel writes, written by hand. */
class LinuxDrivesTest {
    @TempDir
    Path root;

    private Path pen;
    private Path home;
    private LinuxDrives drives;

    @BeforeEach
    void machine() throws IOException {
        root = root.toRealPath();
        pen = Files.createDirectories(root.resolve("PEN DA LOJA"));
        home = Files.createDirectories(root.resolve("casa"));
        Path sys = root.resolve("sys");
        disk(sys, "sda", "0", "sda1", "sda2");
        disk(sys, "sdb", "1", "sdb1");
        Path mounts = Files.write(root.resolve("mounts"), List.of("proc /proc proc rw 0 0",
                "/dev/sda1 " + root + " ext4 rw,relatime 0 0", "/dev/sda2 " + home + " ext4 rw 0 0",
                "/dev/sdb1 " + root + "/PEN\\040DA\\040LOJA vfat rw,nosuid 0 0",
                "/dev/sda1 " + root + "/gone ext4 rw 0 0", "/dev/sr0 " + root + "/sys iso9660 ro 0 0"));
        drives = new LinuxDrives(mounts, sys);
    }

    private static void disk(Path sys, String name, String removable, String... partitions) throws IOException {
        Path device = Files.createDirectories(sys.resolve("devices").resolve(name));
        Files.writeString(device.resolve("removable"), removable + "\n");
        Files.createDirectories(sys.resolve("block"));
        Files.createSymbolicLink(sys.resolve("block").resolve(name), device);
        Files.createDirectories(sys.resolve("class/block"));
        for (String partition : partitions) {
            Path part = Files.createDirectories(device.resolve(partition));
            Files.writeString(part.resolve("partition"), "1\n");
            Files.createSymbolicLink(sys.resolve("class/block").resolve(partition), part);
        }
    }

    @Test
    void namesTheRemovableOnesFirstAndNoPlaceThatIsNone() {
        assertThat(drives.all()).extracting(Drive::root).containsExactly(pen, root, home);
        assertThat(drives.all().getFirst()).satisfies(drive -> {
            assertThat(drive.removable()).isTrue();
            assertThat(drive.label()).isEqualTo("PEN DA LOJA");
            assertThat(drive.disk()).isEqualTo("sdb");
            assertThat(drive.replacesAtomically()).isFalse();
            assertThat(drive.totalBytes()).isPositive();
        });
    }

    @Test
    void knowsTwoPartitionsOfOneDisk() throws IOException {
        Path folder = Files.createDirectories(home.resolve("copias"));
        assertThat(drives.of(folder).sameDiskAs(drives.of(root))).isTrue();
        assertThat(drives.of(folder).sameDiskAs(drives.of(pen))).isFalse();
    }

    @Test
    void saysWhatWouldBeReplacedAndThatTheDatabaseIsOnTheSameDisk() throws IOException {
        FolderFacts none = FolderFacts.of(pen, "MCDados.zip", drives, List.of(home));
        assertThat(none.databaseDisk()).isFalse();
        assertThat(none.replaced()).isEqualTo(Optional.empty());
        Files.writeString(pen.resolve("MCDados.zip"), "velho");
        assertThat(FolderFacts.of(pen, "MCDados.zip", drives, List.of(home)).replaced()).isPresent();
        assertThat(FolderFacts.of(root, "MCDados.zip", drives, List.of(root.resolve("away"), home)).databaseDisk())
                .isTrue();
        assertThat(none.tooLong(5L << 30)).isTrue();
        assertThat(none.tooLong(4_000_000_000L)).isFalse();
    }
}
