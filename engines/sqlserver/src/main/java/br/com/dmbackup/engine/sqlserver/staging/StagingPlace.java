package br.com.dmbackup.engine.sqlserver.staging;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the server leaves its backups and finds those to restore. The path is the server's own: it writes there with
 * its service's account, and this program reads there with its own.
 *
 * @param here the folder as this machine sees it; none where it is the home's staging folder
 * @param onServer the same folder as the server sees it; none where that is the same
 */
public record StagingPlace(Optional<Path> here, Optional<String> onServer) {
    /** One file in it, by both of its names. */
    public record StagedFile(Path here, String onServer) {}

    /**
     * The folder as this machine sees it.
     *
     * @param stagingFolder the home's own
     */
    public Path folder(Path stagingFolder) {
        return here.orElse(stagingFolder).toAbsolutePath();
    }

    /** The folder as the server sees it. */
    public String folderOnServer(Path stagingFolder) {
        return onServer.orElseGet(() -> folder(stagingFolder).toString());
    }

    /** A file of this place. */
    public StagedFile file(Path stagingFolder, String name) {
        String seen = folderOnServer(stagingFolder);
        String separator = seen.contains("\\") ? "\\" : "/";
        String start = seen.endsWith(separator) ? seen : seen + separator;
        return new StagedFile(folder(stagingFolder).resolve(name), start + name);
    }
}
