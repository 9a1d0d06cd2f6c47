package br.com.dmbackup.destination.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.testkit.settings.WrittenSection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDestinationFactoryTest {
    @TempDir
    Path folder;

    @Test
    void asksForTheMarkerUnlessToldOtherwise() {
        Destination careful = made();
        Destination plain = made("marker = false");

        assertThatThrownBy(careful::list).isInstanceOf(BackupFault.class);
        assertThat(plain.list()).isEmpty();
        assertThat(plain.name()).isEqualTo("terminal");
        assertThat(plain.location()).isEqualTo(folder.toString());
    }

    private Destination made(String... marker) {
        List<String> lines = new ArrayList<>(List.of("path = '" + folder + "'"));
        lines.addAll(List.of(marker));
        WrittenSection written = WrittenSection.in(folder, lines.toArray(String[]::new));
        var factory = new FolderDestinationFactory();
        assertThat(factory.kind()).isEqualTo("folder");
        Destination made = factory.configure(written.section(), "terminal", Checkpoint.NONE)
                .apply(Clock.systemUTC());
        assertThat(written.problems()).isEmpty();
        return made;
    }
}
