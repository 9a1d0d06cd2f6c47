package br.com.dmbackup.engine.sqlserver.mtf;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.engine.sqlserver.mtf.MtfDamage.Part;
import br.com.dmbackup.engine.sqlserver.mtf.MtfDoubt.Matter;
import br.com.dmbackup.protocol.DumpKind;
import br.com.dmbackup.testkit.mtf.MtfBlock;
import br.com.dmbackup.testkit.mtf.MtfPage;
import br.com.dmbackup.testkit.mtf.MtfSet;
import br.com.dmbackup.testkit.mtf.MtfStream;
import br.com.dmbackup.testkit.mtf.MtfWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtfReaderTest {
    private static final byte[] LOG = new byte[600];

    /** A whole backup with something more between the server's record and the data. */
    private static MtfContents with(Consumer<MtfWriter> more) {
        return SyntheticBackup.read(SyntheticBackup.written(4096, writer -> {
            more.accept(writer.begin());
            SyntheticBackup.data(writer, 1);
            writer.log(LOG).finish(SyntheticBackup.FINISHED.toLocalDateTime());
        }));
    }

    private static void assertDoubt(MtfContents contents, Matter matter, String what) {
        assertThat(contents.damages()).isEmpty();
        assertThat(contents.doubts()).extracting(MtfDoubt::matter).contains(matter);
        assertThat(contents.doubts()).extracting(MtfDoubt::what).contains(what);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 4096})
    void saysWhatIsInsideAndDoubtsNothing(int sector) {
        byte[] file = SyntheticBackup.full(3, sector);
        MtfContents contents = SyntheticBackup.read(file);

        assertThat(contents.damages()).isEmpty();
        assertThat(contents.doubts()).isEmpty();
        assertThat(contents.bytes()).isEqualTo(file.length);
        assertThat(contents.pages()).isEqualTo(new PageTally(18, 0, 0, 6));
        assertThat(contents.pages().all()).isEqualTo(24);
        assertThat(contents.media().orElseThrow().filemarkBytes()).isEqualTo(sector);
        BackupSet set = contents.sets().getFirst();
        SetRecord record = set.record().orElseThrow();
        assertThat(record.database()).isEqualTo("MCDados");
        assertThat(record.server()).isEqualTo("CAIXA01\\SQLEXPRESS");
        assertThat(record.version()).isEqualTo(new ServerVersion(16, 0, 1000));
        assertThat(record.files()).extracting(DatabaseFile::logicalName).containsExactly("MCDados", "MCDados_log");
        assertThat(set.machine()).isEqualTo("CAIXA01");
        assertThat(set.ended()).isTrue();
        assertThat(set.start().id()).contains(SyntheticBackup.set().id());
        assertThat(set.start().zone()).contains(ZoneOffset.ofHours(-3));
        assertThat(set.started()).contains(SyntheticBackup.STARTED.toLocalDateTime());
        assertThat(set.finished()).contains(SyntheticBackup.FINISHED.toLocalDateTime());
    }

    @ParameterizedTest
    @EnumSource(MtfSet.Kind.class)
    void knowsTheKindsApart(MtfSet.Kind kind) {
        byte[] file = SyntheticBackup.written(SyntheticBackup.set().of(kind), 4096, writer -> {
            SyntheticBackup.data(writer.begin(), 1);
            writer.log(LOG).finish(SyntheticBackup.FINISHED.toLocalDateTime());
        });
        MtfContents contents = SyntheticBackup.read(file);
        assertThat(contents.sound()).isTrue();
        assertThat(contents.sets().getFirst().kind()).isEqualTo(DumpKind.valueOf(kind.name()));
    }

    @Test
    void readsWhateverPiecesTheChannelGives() throws IOException {
        byte[] file = SyntheticBackup.full(2, 512);
        Random pieces = new Random(3);
        List<Long> told = new ArrayList<>();
        MtfContents contents = new MtfReader(new Pieces(file, pieces), file.length, (done, total) -> told.add(done))
                .read();
        assertThat(contents).isEqualTo(SyntheticBackup.read(file));
        assertThat(told).isSorted().endsWith((long) file.length);
    }

    @Test
    void doesNotKnowABlockOfAnotherTypeAndGoesOn() {
        assertDoubt(with(writer -> writer.block(new MtfBlock("DIRB").upTo(80)).block(new MtfBlock("DIRB").upTo(80))),
                Matter.BLOCK, "DIRB");
    }

    @Test
    void doesNotKnowAStreamOfAnotherKindAndGoesOn() {
        assertDoubt(with(writer -> writer.open(new MtfBlock("MSCI").upTo(56))
                .stream(MtfStream.plain("CSUM", 0, 5), new byte[5]).pad(1024)), Matter.STREAM, "CSUM");
    }

    @Test
    void doesNotJudgeDataThatIsEncodedOrHasUnknownAttributes() {
        byte[] noise = new byte[8192 + 2];
        Arrays.fill(noise, (byte) 1);
        assertDoubt(with(writer -> writer.open(new MtfBlock("MSDA").upTo(60))
                .stream(new MtfStream("MQDA", 2, noise.length, 0, 1), noise).pad(1024)), Matter.STREAM_ATTRIBUTES,
                "MQDA");
        assertDoubt(with(writer -> writer.open(new MtfBlock("MSDA").upTo(60))
                .stream(MtfStream.plain("MQDA", 0x20, 0), new byte[0]).pad(1024)), Matter.STREAM_ATTRIBUTES, "MQDA");
    }

    @Test
    void doesNotJudgeDataThatIsNotMadeOfWholePages() {
        assertDoubt(with(writer -> writer.open(new MtfBlock("MSDA").upTo(60))
                .stream(MtfStream.plain("MQDA", 2, 9000), new byte[9000]).pad(1024)), Matter.PAGES, "9000");
    }

    @Test
    void wondersAtABlockInAnotherOrderOrPlace() {
        assertDoubt(with(writer -> writer.block(new MtfBlock("VOLB").upTo(80))), Matter.ORDER, "VOLB");
        byte[] file = SyntheticBackup.written(4096, writer -> {
            writer.begin().beginSet(1);
            SyntheticBackup.data(writer, 1);
        });
        assertThat(SyntheticBackup.read(file).damages()).extracting(MtfDamage::part).containsOnly(Part.END);
    }

    @Test
    void doubtsARecordThatItCannotRead() {
        byte[] file = SyntheticBackup.full(1, 4096);
        file[indexOf(file, "SCIN")] = 'X';
        file[lastIndexOf(file, "SCIN")] = 'X';
        MtfContents contents = SyntheticBackup.read(file);
        assertDoubt(contents, Matter.RECORD, "MSCI");
        assertThat(contents.sets().getFirst().kind()).isEqualTo(DumpKind.OTHER);
    }

    @Test
    void findsTheTwoRecordsOfASetContradicting() {
        byte[] file = SyntheticBackup.full(1, 4096);
        file[lastIndexOf(file, "SCIN") + 0x190] ^= 1;
        assertThat(SyntheticBackup.read(file).damages()).extracting(MtfDamage::part).containsExactly(Part.RECORD);
        file[lastIndexOf(file, "SCIN")] = 'X';
        assertThat(SyntheticBackup.read(file).damages()).extracting(MtfDamage::part).containsExactly(Part.RECORD);
    }

    @Test
    void doubtsASetThatDoesNotSayWhenItEnded() {
        byte[] file = SyntheticBackup.full(1, 4096);
        Arrays.fill(file, lastIndexOf(file, "SCIN") + 0x52, lastIndexOf(file, "SCIN") + 0x57, (byte) 0);
        assertDoubt(SyntheticBackup.read(file), Matter.FINISH, "");
    }

    @Test
    void readsSeveralSetsOfOneFile() {
        byte[] file = SyntheticBackup.written(4096, writer -> {
            SyntheticBackup.data(writer.begin(), 1);
            writer.log(LOG).finish(SyntheticBackup.FINISHED.toLocalDateTime()).beginSet(2);
            SyntheticBackup.data(writer, 2);
            writer.log(LOG).finish(SyntheticBackup.FINISHED.toLocalDateTime());
        });
        MtfContents contents = SyntheticBackup.read(file);
        assertDoubt(contents, Matter.SETS, "2");
        assertThat(contents.sets()).extracting(set -> set.start().number()).containsExactly(1, 2);
        assertThat(contents.pages().checked()).isEqualTo(18);
        assertThat(SyntheticBackup.read(file, file.length - 70_000).damages()).hasSize(1);
    }

    @Test
    void findsAFullBackupWithoutAnyPage() {
        byte[] file = SyntheticBackup.written(4096,
                writer -> writer.begin().log(LOG).finish(SyntheticBackup.FINISHED.toLocalDateTime()));
        assertThat(SyntheticBackup.read(file).damages()).extracting(MtfDamage::part).containsExactly(Part.NO_PAGES);
    }

    @Test
    void findsWhatStandsBehindTheEndUnlessItIsNothing() {
        byte[] file = SyntheticBackup.full(1, 4096);
        byte[] longer = Arrays.copyOf(file, file.length + 100_000);
        assertDoubt(SyntheticBackup.read(longer), Matter.ZEROS, "");
        longer[longer.length - 1] = 1;
        assertThat(SyntheticBackup.read(longer).damages()).containsExactly(
                new MtfDamage(Part.BEHIND_END, file.length, ""));
    }

    @Test
    void goesOnBehindADamagedPageAndNamesEachOne() {
        byte[] file = SyntheticBackup.full(2, 4096);
        int pages = indexOf(file, "MQDA") + 24;
        file[pages + 300] ^= 1;
        file[pages + 9 * MtfPage.BYTES + 8191] ^= (byte) 128;
        MtfContents contents = SyntheticBackup.read(file);
        assertThat(contents.damages()).extracting(MtfDamage::what).containsExactly("1:0", "1:9");
        assertThat(contents.sets().getFirst().ended()).isTrue();
    }

    @Test
    void takesNoiseInMostPagesForEncryptionAndZerosForDamage() {
        byte[] encrypted = SyntheticBackup.full(4, 4096);
        byte[] zeroed = encrypted.clone();
        Random noise = new Random(1);
        int pages = indexOf(encrypted, "MQDA") + 24;
        for (int at = pages; at < pages + 32 * MtfPage.BYTES; at += MtfPage.BYTES) {
            if (encrypted[at] == 1) {
                byte[] body = new byte[MtfPage.BYTES - MtfPage.BODY];
                noise.nextBytes(body);
                System.arraycopy(body, 0, encrypted, at + MtfPage.BODY, body.length);
                Arrays.fill(zeroed, at + 1024, at + 1536, (byte) 0);
            }
        }
        assertDoubt(SyntheticBackup.read(encrypted), Matter.ENCRYPTED, "24/24");
        assertThat(SyntheticBackup.read(zeroed).damages()).hasSize(24);
    }

    @Test
    void namesTheFirstOfManyDamagesAndCountsTheRest() {
        byte[] file = SyntheticBackup.full(30, 4096);
        int pages = indexOf(file, "MQDA") + 24;
        for (int at = pages; at < pages + 240 * MtfPage.BYTES; at += MtfPage.BYTES) {
            file[at + 4000] ^= 1;
        }
        MtfContents contents = SyntheticBackup.read(file);
        assertThat(contents.damages()).hasSize(100);
        assertThat(contents.damageCount()).isEqualTo(180);
    }

    @Test
    void neverThrowsWhateverTheBytesAre() {
        byte[] file = SyntheticBackup.full(1, 512);
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            byte[] mad = file.clone();
            for (int i = 0; i < 1 + round % 20; i++) {
                mad[random.nextInt(round % 3 == 0 ? 6000 : mad.length)] = (byte) random.nextInt(256);
            }
            assertThat(SyntheticBackup.read(mad).sets()).hasSizeLessThan(10);
        }
    }

    private static int indexOf(byte[] file, String name) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(name);
    }

    private static int lastIndexOf(byte[] file, String name) {
        return new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(name);
    }

    /** A channel that gives as little as it likes, also nothing. */
    private static final class Pieces implements ReadableByteChannel {
        private final ByteBuffer rest;
        private final Random random;

        Pieces(byte[] file, Random random) {
            this.rest = ByteBuffer.wrap(file);
            this.random = random;
        }

        @Override
        public int read(ByteBuffer target) {
            if (!rest.hasRemaining()) {
                return -1;
            }
            int count = Math.min(Math.min(random.nextInt(700), rest.remaining()), target.remaining());
            target.put(rest.slice(rest.position(), count));
            rest.position(rest.position() + count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
