package br.com.dmbackup.core.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void clearsWhatADeadProcessLeftEvenWhereItMadeFoldersAndNothingBehindALink() throws IOException {
        Home home = new Home(folder.resolve("casa"));
        home.prepare();
        Path staging = home.stagingFolder();
        Files.writeString(staging.resolve("MCDados.bak"), "half");
        Path told = Files.createDirectories(staging.resolve("pg1/deep"));
        Files.writeString(told.resolveSibling("pass"), "secret");
        Path elsewhere = Files.createDirectory(folder.resolve("outra"));
        Files.writeString(elsewhere.resolve("loja.db"), "kept");
        Files.createSymbolicLink(staging.resolve("link"), elsewhere);

        assertThat(home.emptyStagingFolder()).isEqualTo(3);

        assertThat(staging).isEmptyDirectory();
        assertThat(elsewhere.resolve("loja.db")).exists();
    }
}
