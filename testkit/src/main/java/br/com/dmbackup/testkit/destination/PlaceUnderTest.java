package br.com.dmbackup.testkit.destination;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.destination.Destination;
import java.util.List;

/** A place as the contract needs it: openable anew, and looked at and meddled with behind the destination's back. */
public interface PlaceUnderTest extends AutoCloseable {
    /** A new destination on this place; several may be open one after another, as after a restart of the process. */
    Destination destination(Checkpoint checkpoint);

    /** The names of all files at the place, as they really are, sorted, with {@code /} between parts. */
    List<String> rawNames();

    /** Puts a file there as another program would. */
    void plant(String rawName, byte[] content);

    /** Unplugs the place. */
    void takeAway();

    /** Whether anything was made where the place should be while it was away. */
    boolean anythingInItsStead();

    void bringBack();

    /**
     * Makes a link inside the place, under this raw name, that leads to a folder outside; false where there are no
     * links.
     */
    default boolean linkLeadingOut(String rawName) {
        return false;
    }

    /** Whether a file keeps the time it was given. */
    default boolean keepsTimes() {
        return true;
    }

    /** Whether names may hold the letters of Portuguese. */
    default boolean takesAccents() {
        return true;
    }

    @Override
    void close();
}
