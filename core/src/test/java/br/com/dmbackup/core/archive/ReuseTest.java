package br.com.dmbackup.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.archive.block.Block;
import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.backup.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive that takes from the one before what has not changed is the archive that it would have been without. */
class ReuseTest {
    private static final int PAGE = 8192;

    @TempDir
    Path folder;

    /** What came of one archive that was built upon another. */
    record Made(DumpTraits traits, Optional<BackupFault> trouble) {}

    static Made write(Path file, byte[] dump, Path base, Optional<String> seal) throws IOException {
        try (ArchiveBase known = ArchiveBase.open(Files.newByteChannel(base), "base.zip", seal);
                ArchiveWriter writer = ArchiveWriter.create(file, SampleArchives.DUMP_NAME, SampleArchives.MODIFIED,
                        Optional.of(known))) {
            WrittenDump written = writer.writeDump(Channels.newChannel(new ByteArrayInputStream(dump)), dump.length,
                    Progress.NONE);
            writer.finish(SampleArchives.manifest(SampleArchives.DUMP_NAME, written));
            return new Made(written.traits(), known.trouble());
        }
    }

    static void assertWhole(Path archive, byte[] dump) {
        assertThat(SampleArchives.check(archive, CheckDepth.FULL).damages()).isEmpty();
        assertThat(Arrays.equals(SampleArchives.streamed(archive), dump)).isTrue();
    }

    @Test
    void takesEveryBlockOfADumpThatHasNotChanged() throws IOException {
        byte[] dump = SampleDumps.mixed(1, 9_000_000);
        Path base = SampleArchives.write(folder.resolve("a.zip"), dump);
        Path next = folder.resolve("b.zip");
        Made made = write(next, dump, base, ForgedArchive.seal(base));
        assertThat(made.traits().based()).isTrue();
        assertThat(made.traits().newBytes()).isZero();
        assertThat(made.traits().newEncodedBytes()).isZero();
        assertThat(made.trouble()).isEmpty();
        assertWhole(next, dump);
        byte[] first = Files.readAllBytes(base);
        long end = made.traits().encodedBytes();
        assertThat(Arrays.mismatch(Arrays.copyOfRange(first, 100, (int) end),
                Arrays.copyOfRange(Files.readAllBytes(next), 100, (int) end))).isNegative();
    }

    @Test
    void compressesWhatIsNewAndNothingElse() throws IOException {
        byte[] dump = SampleDumps.sales(2, 12_000_000);
        Path base = SampleArchives.write(folder.resolve("a.zip"), dump);
        byte[] later = Arrays.copyOf(dump, dump.length + 100_000);
        System.arraycopy(SampleDumps.sales(3, 100_000), 0, later, dump.length, 100_000);
        later[5_000_000] ^= 1;
        Path next = folder.resolve("b.zip");
        Made made = write(next, later, base, ForgedArchive.seal(base));
        assertThat(made.traits().newBytes()).isBetween(100_001L, 4_000_000L);
        assertWhole(next, later);
        // The blocks left alone stand there as they did.
        assertThat(ForgedArchive.blocks(next)).filteredOn(block -> ForgedBlocks.among(block, base))
                .hasSizeGreaterThan(20);
    }

    /** Twelve hours of a store: rows inserted, rows deleted, pages changed; over and over from the archive before. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void staysRightOverHoursOfRandomEdits(long seed) throws Exception {
        var random = new Random(seed);
        byte[] dump = seed % 2 == 0 ? SampleDumps.pages(seed, 700) : SampleDumps.mixed(seed, 5_000_000);
        Path base = SampleArchives.write(folder.resolve("0.zip"), dump);
        for (int hour = 1; hour <= 12; hour++) {
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                dump = edited(dump, random, seed % 2 == 0 ? PAGE : 1);
            }
            Path next = folder.resolve(hour + ".zip");
            Made made = write(next, dump, base, hour % 3 == 0 ? Optional.empty() : ForgedArchive.seal(base));
            assertThat(made.trouble()).as("seed %d, hour %d", seed, hour).isEmpty();
            assertThat(made.traits().newBytes()).as("seed %d, hour %d", seed, hour).isLessThan(dump.length);
            assertWhole(next, dump);
            Files.delete(base);
            base = next;
        }
        assertOthersRead(base, dump);
    }

    /** @param unit what a store's database is changed by: pages, or bytes of a text */
    private static byte[] edited(byte[] dump, RandomGenerator random, int unit) {
        int at = random.nextInt(dump.length / unit) * unit;
        int length = random.nextInt(1, 40_000 / unit + 2) * unit;
        int removed = Math.min(length, (dump.length - at) / unit * unit);
        byte[] fresh = SampleDumps.sales(random.nextLong(), length);
        return switch (random.nextInt(3)) {
            case 0 -> spliced(dump, at, 0, fresh);
            case 1 -> spliced(dump, at, removed, new byte[0]);
            default -> spliced(dump, at, removed, fresh);
        };
    }

    private static byte[] spliced(byte[] dump, int at, int removed, byte[] added) {
        var edited = new byte[dump.length - removed + added.length];
        System.arraycopy(dump, 0, edited, 0, at);
        System.arraycopy(added, 0, edited, at, added.length);
        System.arraycopy(dump, at + removed, edited, at + added.length, dump.length - at - removed);
        return edited;
    }

    private void assertOthersRead(Path archive, byte[] dump) throws Exception {
        for (String program : List.of("unzip", "7z", "python3")) {
            ForeignTools.require(program);
        }
        String zip = archive.toString();
        assertThat(ForeignTools.run(folder, List.of("unzip", "-t", zip))).contains("No errors detected")
                .doesNotContainIgnoringCase("warning");
        assertThat(ForeignTools.run(folder, List.of("7z", "x", "-y", "-o7", zip))).contains("Everything is Ok")
                .doesNotContainIgnoringCase("warning");
        ForeignTools.run(folder, List.of("unzip", "-qo", zip, "-d", "unzip"));
        ForeignTools.run(folder, List.of("python3", "-W", "error", "-c",
                "import zipfile, sys; zipfile.ZipFile(sys.argv[1]).extractall('python')", zip));
        for (String where : List.of("7", "unzip", "python")) {
            assertThat(Arrays.equals(Files.readAllBytes(folder.resolve(where).resolve(SampleArchives.DUMP_NAME)), dump))
                    .as(where).isTrue();
        }
    }

    @Test
    void provesEveryBlockAgainOnceInTwentyFourArchives() throws IOException {
        byte[] dump = SampleDumps.mixed(31, 30_000_000);
        Path base = SampleArchives.write(folder.resolve("0.zip"), dump);
        int[] rests = ForgedArchive.blocks(base).stream().mapToInt(ForgedBlocks::rest).toArray();
        assertThat(Arrays.stream(rests).max()).hasValue(Block.PROOF_ROUND - 1);
        assertThat(Arrays.stream(rests).distinct().count()).isGreaterThan(8);
        var proofs = new int[rests.length];
        for (int hour = 1; hour <= Block.PROOF_ROUND; hour++) {
            Path next = folder.resolve(hour + ".zip");
            write(next, dump, base, ForgedArchive.seal(base));
            int[] now = ForgedArchive.blocks(next).stream().mapToInt(ForgedBlocks::rest).toArray();
            for (int i = 0; i < now.length; i++) {
                proofs[i] += now[i] > rests[i] ? 1 : 0;
            }
            rests = now;
            Files.delete(base);
            base = next;
        }
        assertThat(proofs).containsOnly(1);
    }

    @Test
    void beginsAnewWhereTheBaseIsAnotherDatabases() throws IOException {
        byte[] dump = SampleDumps.sales(41, 3_000_000);
        Path base = SampleArchives.write(folder.resolve("a.zip"), SampleDumps.sales(42, 3_000_000));
        Made made = write(folder.resolve("b.zip"), dump, base, Optional.empty());
        assertThat(made.traits().newBytes()).isEqualTo(dump.length);
        assertThat(made.trouble()).isEmpty();
        assertWhole(folder.resolve("b.zip"), dump);
    }
}
