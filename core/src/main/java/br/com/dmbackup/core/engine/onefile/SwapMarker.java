package br.com.dmbackup.core.engine.onefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file that stands beside the live database while it is being swapped; it holds the kept name of the old one. */
public final class SwapMarker {
    private final Path live;
    private final FileFamily family;
    private final Path file;

    public SwapMarker(Path live, FileFamily family) {
        this.live = live;
        this.family = family;
        this.file = live.resolveSibling(live.getFileName() + ".dmbackup-troca");
    }

    public void write(Path kept) throws IOException {
        Files.writeString(file, String.valueOf(kept.getFileName()));
        FileFamily.makeDurable(file);
        FileFamily.makeFolderDurable(FileFamily.folder(live));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Ends a swap that did not come to its end: the old database takes the live name again if nothing else bears it.
     *
     * @return the kept name whose database is back under the live name
     */
    public Optional<Path> putBack() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Optional<Path> kept = kept();
        boolean back = kept.isPresent() && !Files.exists(live) && Files.exists(kept.get());
        if (back) {
            family.moveBack(kept.get(), live);
            FileFamily.makeFolderDurable(FileFamily.folder(live));
        }
        delete();
        return back ? kept : Optional.empty();
    }

    /** Only a name that a swap of this database can have written. */
    private Optional<Path> kept() throws IOException {
        String name = Files.readString(file);
        return name.startsWith(live.getFileName() + ".antes-") && !name.contains("/") && !name.contains("\\")
                ? Optional.of(live.resolveSibling(name))
                : Optional.empty();
    }
}
