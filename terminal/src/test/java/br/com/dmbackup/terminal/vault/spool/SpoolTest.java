package br.com.dmbackup.terminal.vault.spool;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.archive.block.BlockAdmission;
import br.com.dmbackup.core.archive.block.BlockEncoder;
import br.com.dmbackup.core.archive.block.Fingerprint;
import br.com.dmbackup.core.archive.block.Fingerprinting;
import br.com.dmbackup.core.archive.block.NotProvenException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final int LENGTH = 3000;

    @TempDir
    Path folder;

    @SuppressWarnings("ArrayRecordComponent")
    private record Made(Block block, byte[] encoded) {
        BlockKey key() {
            return BlockKey.of(block.sha256());
        }
    }

    private static Made block(long seed) throws NotProvenException {
        var plain = new byte[LENGTH];
        new Random(seed).nextBytes(plain);
        Fingerprint print = new Fingerprinting().of(plain, 0, LENGTH);
        try (var encoder = new BlockEncoder(LENGTH); var admission = new BlockAdmission()) {
            int length = encoder.encode(print, plain, 0).encodedBytes();
            byte[] encoded = Arrays.copyOf(encoder.encoded(), length);
            return new Made(admission.admit(print, ByteBuffer.wrap(encoded)).orElseThrow(), encoded);
        }
    }

    private static List<Made> add(Spool spool, int from, int to, long now) throws IOException, NotProvenException {
        List<Made> made = new ArrayList<>();
        for (int seed = from; seed < to; seed++) {
            Made block = block(seed);
            spool.add(block.block(), ByteBuffer.wrap(block.encoded()), now);
            made.add(block);
        }
        return made;
    }

    private static void assertGives(Spool spool, Made made) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(made.encoded().length);
        spool.read(made.key(), read);
        assertThat(read.array()).isEqualTo(made.encoded());
    }

    private Path onlySegment() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().getFirst();
        }
    }

    @Test
    void givesBackWhatWaitsAfterThatDeathToo() throws Exception {
        List<Made> made;
        try (Spool spool = Spool.open(folder, 100)) {
            made = add(spool, 0, 20, 100);
            assertGives(spool, made.get(7));
        }
        try (Spool again = Spool.open(folder, 101)) {
            assertThat(again.blocks()).isEqualTo(20);
            for (Made block : made) {
                assertGives(again, block);
            }
        }
    }

    @Test
    void cutsATailThatIsNotWhole() throws Exception {
        List<Made> made;
        try (Spool spool = Spool.open(folder, 100)) {
            made = add(spool, 0, 5, 100);
        }
        for (int torn = 1; torn < 400; torn += 41) {
            try (var channel = Files.newByteChannel(onlySegment(), StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - torn);
            }
            try (Spool again = Spool.open(folder, 101)) {
                assertThat(again.has(made.getLast().key())).isFalse();
                assertGives(again, made.get(again.blocks() - 1));
                assertThat(Files.size(onlySegment())).isEqualTo(again.bytes());
                made = made.subList(0, again.blocks());
                made = new ArrayList<>(made);
                made.addAll(add(again, 1000 + torn, 1001 + torn, 101));
            }
            try (Spool merged = Spool.open(folder, 101)) {
                assertThat(merged.blocks()).isEqualTo(made.size());
                merged.clear();
                made = add(merged, 2000 + torn, 2005 + torn, 101);
            }
        }
    }

    @Test
    void doesNotTrustBytesThatADiskLostAtTheEnd() throws Exception {
        List<Made> made;
        try (Spool spool = Spool.open(folder, 100)) {
            made = add(spool, 0, 5, 100);
        }
        long end = Files.size(onlySegment());
        try (var channel = Files.newByteChannel(onlySegment(), StandardOpenOption.WRITE)) {
            channel.position(end - 2000).write(ByteBuffer.wrap(new byte[2000]));
        }
        try (Spool again = Spool.open(folder, 101)) {
            assertThat(again.blocks()).isEqualTo(4);
            assertThat(again.has(made.getLast().key())).isFalse();
        }
    }

    @Test
    void dropsASegmentWithItsLastBlock() throws Exception {
        try (Spool spool = Spool.open(folder, 100)) {
            for (Made block : add(spool, 0, 5, 100)) {
                assertThat(spool.bytes()).isPositive();
                spool.taken(block.key());
            }
            assertThat(spool.bytes()).isZero();
            assertThat(folder).isEmptyDirectory();
            assertGives(spool, add(spool, 9, 10, 100).getFirst());
        }
    }

    @Test
    void dropsWhatNobodyCameBackForByRunningTime() throws Exception {
        try (Spool spool = Spool.open(folder, 100)) {
            add(spool, 0, 5, 100);
            spool.expire(100 + Spool.LEFTOVER - 1);
            assertThat(spool.blocks()).isEqualTo(5);
            spool.expire(100 + Spool.LEFTOVER);
            assertThat(spool.blocks()).isZero();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void dropsAtTheStartWhatIsOldOrFromALifeThatIsNotRemembered() throws Exception {
        try (Spool spool = Spool.open(folder, 100)) {
            add(spool, 0, 5, 100);
        }
        try (Spool forgetful = Spool.open(folder, 20)) {
            assertThat(forgetful.blocks()).isZero();
            add(forgetful, 0, 5, 20);
        }
        try (Spool late = Spool.open(folder, 20 + Spool.LEFTOVER)) {
            assertThat(late.blocks()).isZero();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void anInterruptedReaderDoesNotTakeTheFileFromOthers() throws Exception {
        try (Spool spool = Spool.open(folder, 100)) {
            List<Made> made = add(spool, 0, 3, 100);
            Thread.currentThread().interrupt();
            try {
                spool.read(made.getFirst().key(), ByteBuffer.allocate(10));
            } catch (IOException closed) {
                assertThat(closed).isInstanceOf(java.nio.channels.ClosedByInterruptException.class);
            }
            assertThat(Thread.interrupted()).isTrue();
            assertGives(spool, made.get(1));
            assertGives(spool, add(spool, 5, 6, 100).getFirst());
        }
    }
}
