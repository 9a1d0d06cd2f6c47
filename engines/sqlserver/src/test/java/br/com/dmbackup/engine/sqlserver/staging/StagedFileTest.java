package br.com.dmbackup.engine.sqlserver.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFileTest {
    @TempDir
    private Path folder;

    @Test
    void leavesNothingWhenClosed() throws IOException {
        StagedFile staged = StagedFile.claim(folder);
        Files.writeString(staged.file(), "a dump");
        staged.close();
        staged.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void removesWhatTheDeadLeftAndNothingElse() throws IOException {
        String dead = "dmbackup-" + UUID.randomUUID();
        Files.writeString(folder.resolve(dead + ".bak"), "half a dump");
        Files.writeString(folder.resolve(dead + ".lock"), "");
        Files.writeString(folder.resolve("dmbackup-" + UUID.randomUUID() + ".bak"), "half a dump without a lock");
        Files.writeString(folder.resolve("dmbackup-" + UUID.randomUUID() + ".lock"), "");
        Path theirs = Files.writeString(folder.resolve("MCDados.bak"), "somebody else's");
        Path alike = Files.writeString(folder.resolve("dmbackup-x.bak"), "somebody else's too");
        try (StagedFile ours = StagedFile.claim(folder)) {
            Files.writeString(ours.file(), "a dump in the making");
            assertThat(StagedFile.tidy(folder)).isEqualTo(new StagedFile.Tidied(2, java.util.List.of()));
            assertThat(StagedFile.tidy(folder).removed()).isZero();
            assertThat(ours.file()).exists();
        }
        assertThat(folder.toFile().listFiles()).containsExactlyInAnyOrder(theirs.toFile(), alike.toFile());
    }

    @Test
    void leavesWhatAnotherProcessIsAtWorkOn() throws IOException, InterruptedException {
        String stem = "dmbackup-" + UUID.randomUUID();
        Path dump = Files.writeString(folder.resolve(stem + ".bak"), "a dump in the making");
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Holder.class.getName(),
                folder.resolve(stem + ".lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');
            assertThat(StagedFile.tidy(folder).removed()).isZero();
            assertThat(dump).exists();
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(StagedFile.tidy(folder).removed()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tellsWhatItCannotDelete() throws IOException {
        Path stuck = Files.createDirectory(folder.resolve("dmbackup-" + UUID.randomUUID() + ".bak"));
        Files.writeString(stuck.resolve("inside"), "x");
        StagedFile.Tidied tidied = StagedFile.tidy(folder);
        assertThat(tidied.removed()).isZero();
        assertThat(tidied.stuck()).singleElement().satisfies(one -> assertThat(one.file()).isEqualTo(stuck));
        assertThat(stuck).exists();
    }

    /** Another process, which holds a lock until it is killed. */
    static final class Holder {
        private Holder() {}

        static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.print('!');
                System.out.flush();
                System.in.read();
            }
        }
    }
}
