package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.DestinationFactory;
import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/**
 * {@code kind = "folder"}: {@code path} is the folder, {@code marker} (true unless said otherwise) whether it counts as
 * there only while {@value Marker#FILE_NAME} stands in it.
 */
public final class FolderDestinationFactory implements DestinationFactory {
    @Override
    public String kind() {
        return "folder";
    }

    @Override
    public Function<Clock, Destination> configure(SettingsSection destination, String name, Checkpoint checkpoint) {
        Path root = destination.path("path");
        Marker marker = destination.flag("marker", true) ? Marker.REQUIRED : Marker.NOT_NEEDED;
        return clock -> new FolderDestination(name, root, marker, checkpoint);
    }
}
