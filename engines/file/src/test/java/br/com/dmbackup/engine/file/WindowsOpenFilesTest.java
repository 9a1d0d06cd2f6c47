package br.com.dmbackup.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be tried of it elsewhere. */
class WindowsOpenFilesTest {
    @Test
    void theJdkKnowsTheOptionsByTheseNames() {
        assertThat(WindowsOpenFiles.options(List.of("NOSHARE_READ", "NOSHARE_WRITE", "NOSHARE_DELETE")))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("READ", "NOSHARE_READ", "NOSHARE_WRITE", "NOSHARE_DELETE");
    }
}
