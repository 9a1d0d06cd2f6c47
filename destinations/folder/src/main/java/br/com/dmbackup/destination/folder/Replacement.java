package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.disk.DurableNames;
import br.com.dmbackup.core.disk.GentleDeletion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a finished, checked file its final name, in place of the one that bears it. */
record Replacement(Checkpoint checkpoint, Set<Path> growing) {
    private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);

    /**
     * By one rename: old or new at every moment. What was replaced then goes in small steps, unless somebody reads it.
     */
    void atomically(Path written, Siblings names) throws IOException {
        Path old = names.folder().resolve(Contents.temporaryName());
        growing.add(old);
        try {
            linked(names.target(), old);
            Files.move(written, names.target(), StandardCopyOption.ATOMIC_MOVE);
            // Not before the new name is on the disk may the old bytes go.
            DurableNames.in(names.folder());
            checkpoint.reached(Step.PLACE_COMMITTED);
            goGently(old);
        } finally {
            remove(old);
            growing.remove(old);
        }
    }

    /** A second name for what is about to be replaced, so that the rename itself has nothing big to free. */
    private static void linked(Path target, Path old) {
        try {
            Files.createLink(old, target);
        } catch (IOException | UnsupportedOperationException nothingThereOrNoLinks) {
            LOG.debug("no second name for {}", target);
        }
    }

    private static void goGently(Path old) {
        try {
            GentleDeletion.deleteUnlessRead(old);
        } catch (IOException e) {
            LOG.debug("{} does not go in steps", old, e);
        }
    }

    private static void remove(Path old) {
        try {
            Files.deleteIfExists(old);
        } catch (IOException e) {
            // Somebody has it open: the backup is in its place all the same, and the next sweep removes this.
            LOG.info("{} stays until the next sweep: {}", old, e.toString());
        }
    }

    /** By renames that never meet an existing name; {@link Siblings} says what counts in between. */
    void withOldAside(Siblings names) throws IOException {
        boolean replaces = Files.exists(names.target());
        if (replaces) {
            Files.deleteIfExists(names.velho());
            Files.move(names.target(), names.velho());
            DurableNames.in(names.folder());
            checkpoint.reached(Step.PLACE_OLD_ASIDE);
        }
        Files.move(names.novo(), names.target());
        DurableNames.in(names.folder());
        checkpoint.reached(Step.PLACE_COMMITTED);
        if (replaces) {
            remove(names.velho());
        }
    }
}
