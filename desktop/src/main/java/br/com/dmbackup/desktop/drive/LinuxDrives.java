package br.com.dmbackup.desktop.drive;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** By the table of mounts and what the kernel says of each disk. */
final class LinuxDrives implements Drives {
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
    /** Where systems put what a person plugs in. */
    private static final List<Path> PLUGGED = List.of(Path.of("/media"), Path.of("/run/media"), Path.of("/mnt"));
    private static final Set<String> NO_PLACE = Set.of("proc", "sysfs", "tmpfs", "devtmpfs", "devpts", "cgroup",
            "cgroup2", "overlay", "squashfs", "securityfs", "debugfs", "tracefs", "mqueue", "hugetlbfs", "pstore",
            "bpf", "configfs", "fusectl", "autofs", "nsfs", "ramfs", "binfmt_misc", "efivarfs", "iso9660", "rpc_pipefs",
            "fuse.portal", "fuse.gvfsd-fuse");

    private final Path mounts;
    private final Path sys;

    /** @param sys where the kernel tells of its devices */
    LinuxDrives(Path mounts, Path sys) {
        this.mounts = mounts;
        this.sys = sys;
    }

    private record Mount(String device, Path point, String type, boolean writable) {}

    @Override
    public List<Drive> all() {
        List<Drive> drives = new ArrayList<>();
        for (Mount mount : once(read())) {
            boolean place = !NO_PLACE.contains(mount.type()) && mount.writable()
                    && !mount.point().startsWith("/boot") && Files.isDirectory(mount.point());
            if (place) {
                drive(mount).filter(drive -> drive.totalBytes() > 0).ifPresent(drives::add);
            }
        }
        drives.sort(Comparator.comparing(Drive::removable).reversed().thenComparing(drive -> drive.root().toString()));
        return drives;
    }

    @Override
    public Drive of(Path folder) throws IOException {
        Path real = folder.toRealPath();
        Mount mount = read().stream().filter(one -> real.startsWith(one.point()))
                .max(Comparator.comparingInt((Mount one) -> one.point().getNameCount()))
                .orElseThrow(() -> new IOException(mounts.toString()));
        return drive(mount).orElseThrow(() -> new IOException(real.toString()));
    }

    private List<Mount> read() {
        List<Mount> found = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(mounts)) {
                String[] parts = line.split(" ", -1);
                if (parts.length >= 4) {
                    found.add(new Mount(plain(parts[0]), Path.of(plain(parts[1])), parts[2],
                            List.of(parts[3].split(",", -1)).contains("rw")));
                }
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        // Of two at one point the later one hides the earlier.
        List<Mount> seen = new ArrayList<>();
        found.reversed().forEach(mount -> {
            if (seen.stream().noneMatch(other -> other.point().equals(mount.point()))) {
                seen.add(mount);
            }
        });
        return seen;
    }

    /** A part of a drive may be mounted at further places: the shortest one is the drive. */
    private static List<Mount> once(List<Mount> mounts) {
        return mounts.stream().filter(mount -> !mount.device().startsWith("/") || mounts.stream()
                .filter(other -> other.device().equals(mount.device()) && other.type().equals(mount.type()))
                .noneMatch(other -> other.point().getNameCount() < mount.point().getNameCount())).toList();
    }

    private Optional<Drive> drive(Mount mount) {
        try {
            FileStore store = Files.getFileStore(mount.point());
            String disk = disk(mount.device());
            boolean removable = removable(disk) || PLUGGED.stream()
                    .anyMatch(folder -> mount.point().startsWith(folder) && !mount.point().equals(folder));
            Path name = mount.point().getFileName();
            return Optional.of(new Drive(mount.point(), name == null ? mount.point().toString() : name.toString(),
                    removable, mount.type(), store.getUsableSpace(), store.getTotalSpace(), disk));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The disk of a partition: {@code sda} of {@code /dev/sda1}. */
    private String disk(String device) {
        Path name = Path.of(device.isEmpty() ? "-" : device).getFileName();
        if (!device.startsWith("/dev/") || name == null) {
            return "";
        }
        try {
            Path real = sys.resolve("class").resolve("block").resolve(name.toString()).toRealPath();
            Path whole = Files.exists(real.resolve("partition")) ? real.getParent() : real;
            return whole == null || whole.getFileName() == null ? "" : whole.getFileName().toString();
        } catch (IOException unknown) {
            return name.toString();
        }
    }

    private boolean removable(String disk) {
        try {
            return !disk.isEmpty()
                    && Files.readString(sys.resolve("block").resolve(disk).resolve("removable")).strip().equals("1");
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Blanks and the like stand there as octal numbers. */
    private static String plain(String written) {
        return OCTAL.matcher(written)
                .replaceAll(match -> match.group(1).equals("134")
                        ? "\\\\\\\\"
                        : String.valueOf((char) Integer.parseInt(match.group(1), 8)));
    }
}
