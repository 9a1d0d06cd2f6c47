package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a finished, checked file its final name, in place of the one that bears it. */
record Replacement(Checkpoint checkpoint) {
    private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);

    /** By one rename: old or new at every moment. */
    void atomically(Path written, Siblings names) throws IOException {
        Files.move(written, names.target(), StandardCopyOption.ATOMIC_MOVE);
        Durability.ofFolder(names.folder());
        checkpoint.reached(Step.PLACE_COMMITTED);
    }

    /** By renames that never meet an existing name; {@link Siblings} says what counts in between. */
    void withOldAside(Siblings names) throws IOException {
        boolean replaces = Files.exists(names.target());
        if (replaces) {
            Files.deleteIfExists(names.velho());
            Files.move(names.target(), names.velho());
            Durability.ofFolder(names.folder());
            checkpoint.reached(Step.PLACE_OLD_ASIDE);
        }
        Files.move(names.novo(), names.target());
        Durability.ofFolder(names.folder());
        checkpoint.reached(Step.PLACE_COMMITTED);
        if (replaces) {
            removeOld(names);
        }
    }

    private static void removeOld(Siblings names) {
        try {
            Files.deleteIfExists(names.velho());
        } catch (IOException e) {
            // Somebody has it open: the backup is in its place all the same, and the next sweep removes this.
            LOG.info("{} stays until the next sweep: {}", names.velho(), e.toString());
        }
    }
}
