package br.com.dmbackup.demo;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * What stands where in the demo's folder, which is the home folder of the server and holds besides it what on real
 * machines lies elsewhere: the database and the terminal.
 *
 * @param workingFolder where the person types
 * @param typed the folder as it is typed
 */
record DemoFolder(Path workingFolder, Path typed) {
    private static final String NAME = "dmbackup-demo";
    /** Archives of four hours on two machines, and what a restore needs, in parts of the database. */
    private static final double NEEDED = 5.5;

    /** A folder that is not there yet. */
    static DemoFolder unused(Path workingFolder) {
        DemoFolder folder = new DemoFolder(workingFolder, Path.of(NAME));
        for (int i = 2; Files.exists(folder.real()); i++) {
            folder = new DemoFolder(workingFolder, Path.of(NAME + "-" + i));
        }
        return folder;
    }

    /**
     * Makes the folders.
     *
     * @throws BackupFault {@code OUTPUT_EXISTS} when something is there, {@code OUTPUT_FULL} when a database of that
     *         size and its backups do not fit
     */
    void prepare(long databaseBytes) {
        try {
            if (Files.exists(real()) && !empty(real())) {
                throw BackupFault.of(FaultCode.OUTPUT_EXISTS, typed);
            }
            Files.createDirectories(real());
            closeToOthers(real());
            Files.createDirectories(workingFolder.resolve(terminal()));
            long needed = (long) (databaseBytes * NEEDED);
            long free = Files.getFileStore(real()).getUsableSpace();
            if (free < needed) {
                throw BackupFault.of(FaultCode.OUTPUT_FULL, typed, needed, free);
            }
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.OUTPUT_UNWRITABLE, typed, String.valueOf(e.getMessage())).causedBy(e);
        }
    }

    /** As an installation would leave it. */
    private static void closeToOthers(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        }
    }

    private static boolean empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    Path database() {
        return typed.resolve("loja.db");
    }

    Path terminal() {
        return typed.resolve("Terminal").resolve("MCBkp");
    }

    /** Where something really is. */
    Path real(Path path) {
        return workingFolder.resolve(path);
    }

    private Path real() {
        return real(typed);
    }
}
