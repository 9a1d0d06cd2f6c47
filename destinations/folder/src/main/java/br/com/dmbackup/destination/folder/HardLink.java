package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A second name for the same bytes, which stay when the first name is given to another file. */
record HardLink(Place place, Checkpoint checkpoint, Set<Path> growing) {
    /** False where the place knows no links, or could not put one in place of another file at once. */
    boolean made(Path file, Siblings names) throws IOException {
        // A rename between two names of one file does nothing and leaves both.
        if (Files.exists(names.target()) && Files.isSameFile(file, names.target())) {
            return true;
        }
        if (!place.nature().replacesAtomically()) {
            return false;
        }
        Path temporary = names.folder().resolve(Contents.temporaryName());
        growing.add(temporary);
        try {
            return linked(file, temporary) && renamed(temporary, names);
        } finally {
            growing.remove(temporary);
        }
    }

    private boolean linked(Path file, Path temporary) {
        try {
            Files.createLink(temporary, file);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
        checkpoint.reached(Step.PLACE_WRITTEN);
        return true;
    }

    private boolean renamed(Path temporary, Siblings names) throws IOException {
        try {
            new Replacement(checkpoint, growing).atomically(temporary, names);
            return true;
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }
}
