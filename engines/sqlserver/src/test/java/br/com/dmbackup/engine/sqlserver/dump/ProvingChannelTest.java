package br.com.dmbackup.engine.sqlserver.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import br.com.dmbackup.core.backup.Progress;
import br.com.dmbackup.core.engine.FileDump;
import br.com.dmbackup.engine.sqlserver.Aside;
import br.com.dmbackup.engine.sqlserver.Scene;
import br.com.dmbackup.engine.sqlserver.mtf.DumpHead;
import br.com.dmbackup.engine.sqlserver.mtf.MtfContents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvingChannelTest {
    @TempDir
    private Path folder;
    private Path dump;

    @BeforeEach
    void backUp() throws IOException {
        dump = folder.resolve("dump.bak");
        try (Scene scene = new Scene(folder); FileDump staged = scene.dump(Progress.NONE)) {
            Files.copy(staged.file(), dump);
        }
    }

    @Test
    void passesEveryByteAndShowsItToTheWitness() throws Exception {
        try (ProvingChannel channel = new ProvingChannel(dump)) {
            assertThat(all(channel, 999)).isEqualTo(Files.readAllBytes(dump));
            assertThat(channel.sawAll()).isTrue();
            MtfContents contents = channel.proof().contents().orElseThrow();
            assertThat(contents.sound()).isTrue();
            assertThat(contents.bytes()).isEqualTo(Files.size(dump));
        }
    }

    @Test
    void passesEveryByteThoughTheWitnessGaveUpAtTheFirstDamage() throws Exception {
        byte[] bytes = new byte[5 << 20];
        System.arraycopy(Files.readAllBytes(dump), 0, bytes, 0, 600);
        Files.write(dump, bytes);
        try (ProvingChannel channel = new ProvingChannel(dump)) {
            assertThat(all(channel, 1 << 16)).isEqualTo(bytes);
            assertThat(channel.proof().contents().orElseThrow().sound()).isFalse();
        }
    }

    @Test
    void passesEveryByteOfWhatTheWitnessDoesNotKnow() throws Exception {
        byte[] bytes = new byte[5 << 20];
        Files.write(dump, bytes);
        try (ProvingChannel channel = new ProvingChannel(dump)) {
            assertThat(all(channel, 1 << 16)).isEqualTo(bytes);
            assertThat(channel.proof().head()).isEqualTo(DumpHead.FOREIGN);
        }
    }

    @Test
    void endsItsReaderWhenInterrupted() throws IOException {
        try (ProvingChannel channel = new ProvingChannel(dump)) {
            Aside<Integer> reading = Aside.run(() -> {
                Thread.currentThread().interrupt();
                return channel.read(ByteBuffer.allocate(100));
            });
            assertThat(reading.failureWithin(Duration.ofSeconds(5))).isInstanceOf(ClosedByInterruptException.class);
        }
    }

    @Test
    void keepsNoWitnessWaitingWhoWasDismissed() throws IOException {
        ProvingChannel channel = new ProvingChannel(dump);
        assertThat(channel.read(ByteBuffer.allocate(100))).isEqualTo(100);
        channel.dismiss();
        assertThat(channel.sawAll()).isFalse();
        assertThat(catchThrowable(() -> channel.read(ByteBuffer.allocate(1)))).isInstanceOf(IOException.class);
        assertThat(Aside.run(channel::proof).result().contents().filter(MtfContents::sound)).isEmpty();
    }

    private static byte[] all(ProvingChannel channel, int piece) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(piece);
        while (channel.read(buffer.clear()) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
        }
        return all.toByteArray();
    }
}
