package br.com.dmbackup.desktop.restore;

import java.nio.file.Path;
import java.util.Optional;

/** What is to come back. */
public sealed interface Chosen {
    /** Nothing yet. */
    record Nothing() implements Chosen {}

    /**
     * A backup that the agent has.
     *
     * @param archive its id, or its slot where an archive of another program stands there
     * @param place the only place from which it is taken; none for the best copy
     */
    record Kept(String archive, Optional<String> place) implements Chosen {}

    /** A file of the person's. */
    record InFile(Path file) implements Chosen {}
}
