package br.com.dmbackup.destination.folder;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.testkit.destination.PlaceUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder two levels below a base; the level between is renamed to take it away, mount point and all. */
class FolderPlace implements PlaceUnderTest {
    final Path base;
    final Path root;
    private final Function<String, Nature> natures;

    FolderPlace(Path base, Function<String, Nature> natures) throws IOException {
        this.base = base;
        this.root = Files.createDirectories(base.resolve("here/MCBkp"));
        this.natures = natures;
    }

    @Override
    public Destination destination(Checkpoint checkpoint) {
        return new FolderDestination("terminal", root, Marker.NOT_NEEDED, checkpoint, natures);
    }

    @Override
    public List<String> rawNames() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void plant(String rawName, byte[] content) {
        try {
            Path file = root.resolve(rawName);
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void takeAway() {
        move("here", "away");
    }

    @Override
    public boolean anythingInItsStead() {
        return Files.exists(base.resolve("here"));
    }

    @Override
    public void bringBack() {
        move("away", "here");
    }

    private void move(String from, String to) {
        try {
            Files.move(base.resolve(from), base.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean linkLeadingOut(String rawName) {
        try {
            Path outside = Files.createDirectories(base.resolve("outside"));
            Files.createSymbolicLink(root.resolve(rawName), outside);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public void close() {}
}
