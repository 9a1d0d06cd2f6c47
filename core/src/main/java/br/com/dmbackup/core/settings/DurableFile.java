package br.com.dmbackup.core.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;

/** Small files that are either whole or not there, for the owner's eyes where the system has POSIX permissions. */
public final class DurableFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> AT_MOST = PosixFilePermissions.fromString("rw-r--r--");

    private DurableFile() {}

    /** Puts a file with these bytes in place of what stands there, whose permissions it keeps as far as 0644. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path beside = Files.createTempFile(folderOf(file), file.getFileName() + ".", ".novo", ownerOnly(file));
        try {
            write(beside, bytes, StandardOpenOption.TRUNCATE_EXISTING);
            keepPermissions(file, beside);
            keepOwner(file, beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        syncFolder(folderOf(file));
    }

    /** Makes the file with these bytes; one that is there already stays, and is told by an exception. */
    public static void createNew(Path file, byte[] bytes) throws IOException {
        Path beside = Files.createTempFile(folderOf(file), file.getFileName() + ".", ".novo", ownerOnly(file));
        try {
            write(beside, bytes, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
        syncFolder(folderOf(file));
    }

    private static void write(Path file, byte[] bytes, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, how,
                LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return posix(file)
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view != null && Files.exists(from)) {
            EnumSet<PosixFilePermission> kept = EnumSet.copyOf(OWNER_ONLY);
            kept.addAll(Files.getPosixFilePermissions(from));
            kept.retainAll(AT_MOST);
            view.setPermissions(kept);
        }
    }

    /** An administrator who changes the settings must not take them from the service's account. */
    static void keepOwner(Path from, Path to) throws IOException {
        if (posix(from) && Files.exists(from)) {
            UserPrincipal owner = FileOwner.of(from);
            if (FileOwner.of(to).getName().equals("root")) {
                FileOwner.set(to, owner);
            }
        }
    }

    /** Windows can neither open a folder nor needs to: there the rename itself is journalled. */
    private static void syncFolder(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean posix(Path file) {
        return Files.getFileAttributeView(folderOf(file), PosixFileAttributeView.class) != null;
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
