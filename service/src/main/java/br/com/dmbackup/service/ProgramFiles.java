package br.com.dmbackup.service;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.launcher.Programs;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of the program that is running, from which a version folder is made.
 *
 * @param content what a version folder holds: {@code lib}, the start scripts, the options of its Java VM, the licences
 * @param launcherJar the launcher
 */
public record ProgramFiles(List<Path> content, Path launcherJar) {
    private static final List<String> BESIDE = List.of("dmbackup", "dmbackup.cmd", "jvm.options", "licences", "LICENSE",
            "NOTICE", "CHANGELOG.md", "LEIA-ME.txt", "windows");

    /**
     * @param type a class of the program's main jar
     * @throws BackupFault {@code PROGRAM_NOT_PACKED} when it does not run from a distribution or a built checkout
     */
    public static ProgramFiles running(Class<?> type) {
        return inLibrary(library(type));
    }

    /** @param library the folder with all the jars */
    static ProgramFiles inLibrary(Path library) {
        Path root = library.resolveSibling("");
        Path checkout = root.resolve("../..").normalize();
        List<Path> roots = Files.isRegularFile(checkout.resolve("pom.xml"))
                ? List.of(root, checkout, checkout.resolve("dist"))
                : List.of(root);
        List<Path> content = new ArrayList<>(List.of(library));
        for (String name : BESIDE) {
            roots.stream().map(folder -> folder.resolve(name)).filter(Files::exists).findFirst()
                    .ifPresent(content::add);
        }
        if (!"lib".equals(String.valueOf(library.getFileName()))
                || content.stream().noneMatch(path -> path.endsWith("jvm.options"))) {
            throw BackupFault.of(FaultCode.PROGRAM_NOT_PACKED, library);
        }
        return new ProgramFiles(content, launcher(library));
    }

    /** Where this program's versions are kept, when it runs from a program folder; else this program itself. */
    public static Programs programs(Class<?> type) {
        Path library = library(type);
        Path versions = library.resolve("../..").normalize();
        Programs folder = new Programs(versions.resolveSibling(""));
        return folder.versions().equals(versions) && Files.exists(folder.currentFile())
                ? folder
                : new Programs(library.resolveSibling(""), true);
    }

    /** The launcher that belongs to this program. */
    public static Path launcherJar(Class<?> type) {
        return launcher(library(type));
    }

    private static Path library(Class<?> type) {
        try {
            Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return jar.resolveSibling("").toAbsolutePath().normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path launcher(Path library) {
        try (Stream<Path> jars = Files.list(library)) {
            return jars.filter(jar -> String.valueOf(jar.getFileName()).startsWith("dmbackup-launcher-")).findFirst()
                    .orElseThrow(() -> BackupFault.of(FaultCode.PROGRAM_NOT_PACKED, library));
        } catch (IOException e) {
            throw BackupFault.of(FaultCode.PROGRAM_NOT_PACKED, library).causedBy(e);
        }
    }
}
