package br.com.dmbackup.testkit.sqlserver.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The disk as the service's account sees it: folders closed to it, and so many bytes free. */
public final class Disk {
    private final Set<Path> closed = ConcurrentHashMap.newKeySet();
    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE / 2);

    /** The service's account may neither read nor write there. */
    public Disk close(Path folder) {
        closed.add(folder.toAbsolutePath().normalize());
        return this;
    }

    public Disk open(Path folder) {
        closed.remove(folder.toAbsolutePath().normalize());
        return this;
    }

    public Disk setFree(long bytes) {
        free.set(bytes);
        return this;
    }

    public long free() {
        return free.get();
    }

    /** Takes room; false where there is not enough, and then none is taken. */
    public boolean take(long bytes) {
        return free.getAndUpdate(left -> left < bytes ? left : left - bytes) >= bytes;
    }

    public void giveBack(long bytes) {
        free.addAndGet(bytes);
    }

    /** Why a file cannot be written, in the words of Windows; empty when it can. */
    public String refusalToWrite(Path file) {
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            return "3(The system cannot find the path specified.)";
        }
        return isClosed(folder) || Files.isDirectory(file) ? "5(Access is denied.)" : "";
    }

    /** Why a file cannot be read; empty when it can. */
    public String refusalToRead(Path file) {
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            return "3(The system cannot find the path specified.)";
        }
        if (isClosed(folder)) {
            return "5(Access is denied.)";
        }
        return Files.isRegularFile(file) ? "" : "2(The system cannot find the file specified.)";
    }

    private boolean isClosed(Path folder) {
        return closed.stream().anyMatch(folder::startsWith);
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file : parent;
    }
}
