package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader printed in the format's page really reads archives. */
class FormatPageTest {
    @TempDir
    Path folder;

    private String verdict(Path archive) throws Exception {
        ForeignTools.require("python3");
        Path page = Path.of("..", "docs", "format", "archive.md").toAbsolutePath().normalize();
        String text = Files.readString(page);
        int start = text.indexOf("```python\n") + 10;
        Files.writeString(folder.resolve("reader.py"), text.substring(start, text.indexOf("```", start)));
        return ForeignTools.run(folder, List.of("python3", "reader.py", archive.toString())).strip();
    }

    @Test
    void findsASoundArchiveWhole() throws Exception {
        Path archive = SampleArchives.write(folder.resolve("MCDados.zip"), SampleDumps.mixed(91, 2_000_000));
        assertThat(verdict(archive)).endsWith("2000000 bytes, 0 damaged");
    }

    @Test
    void namesTheDamagedBlock() throws Exception {
        Path archive = SampleArchives.write(folder.resolve("MCDados.zip"), SampleDumps.random(92, 1_000_000));
        byte[] bytes = Files.readAllBytes(archive);
        bytes[600_000] ^= 1;
        Files.write(archive, bytes);
        Damage damage = SampleArchives.check(archive, CheckDepth.ENCODED).damages().getFirst();
        assertThat(verdict(archive))
                .startsWith("block " + damage.block() + ", dump offset " + damage.dumpOffset() + ": ")
                .endsWith("1 damaged");
    }
}
