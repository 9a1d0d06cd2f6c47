package br.com.dmbackup.destination.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.settings.SettingsSection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDestinationFactoryTest {
    @TempDir
    Path folder;

    @Test
    void asksForTheMarkerUnlessToldOtherwise() {
        Destination careful = made(Optional.empty());
        Destination plain = made(Optional.of(false));

        assertThatThrownBy(careful::list).isInstanceOf(BackupFault.class);
        assertThat(plain.list()).isEmpty();
        assertThat(plain.name()).isEqualTo("terminal");
        assertThat(plain.location()).isEqualTo(folder.toString());
    }

    private Destination made(Optional<Boolean> marker) {
        var factory = new FolderDestinationFactory();
        assertThat(factory.kind()).isEqualTo("folder");
        return factory.configure(new Section(folder, marker), "terminal", Checkpoint.NONE).get();
    }

    /** Knows {@code path} and {@code marker} and refuses to be asked for anything else. */
    private record Section(Path folder, Optional<Boolean> marker) implements SettingsSection {
        @Override
        public List<String> texts(String key) {
            throw new AssertionError(key);
        }

        @Override
        public Path path(String key) {
            assertThat(key).isEqualTo("path");
            return folder;
        }

        @Override
        public boolean flag(String key, boolean otherwise) {
            assertThat(key).isEqualTo("marker");
            return marker.orElse(otherwise);
        }

        @Override
        public String text(String key) {
            throw new AssertionError(key);
        }

        @Override
        public Optional<String> optionalText(String key) {
            throw new AssertionError(key);
        }

        @Override
        public Path path(String key, String text) {
            throw new AssertionError(key);
        }

        @Override
        public List<String> texts(String key) {
            throw new AssertionError(key);
        }

        @Override
        public long integer(String key, long otherwise, long min, long max) {
            throw new AssertionError(key);
        }

        @Override
        public String choice(String key, String otherwise, List<String> words) {
            throw new AssertionError(key);
        }

        @Override
        public Optional<Secret> optionalSecret(String key) {
            throw new AssertionError(key);
        }

        @Override
        public void problem(String key, String messageKey, Object... arguments) {
            throw new AssertionError(key);
        }
    }
}
