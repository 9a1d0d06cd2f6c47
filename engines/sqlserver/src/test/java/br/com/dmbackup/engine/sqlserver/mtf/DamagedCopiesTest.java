package br.com.dmbackup.engine.sqlserver.mtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of whole backups, damaged in every way that can be tried. */
class DamagedCopiesTest {
    private static final String SMALL_SECTORS = "synthetic, sectors of 512";
    private static final String LARGE_SECTORS = "synthetic, sectors of 4096";

    private static byte[] backup(String name) throws IOException {
        return switch (name) {
            case SMALL_SECTORS -> SyntheticBackup.full(1, 512);
            case LARGE_SECTORS -> SyntheticBackup.full(2, 4096);
            default -> GenuineFiles.bytes(name);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL_SECTORS, LARGE_SECTORS, GenuineFiles.NORTHWIND, GenuineFiles.PUBS})
    void findsACutWhereverItIs(String name) throws IOException {
        byte[] file = backup(name);
        findsCuts(file, Math.max(1, file.length / 2000 | 1));
        for (Landmark mark : Landmarks.of(file).all()) {
            for (int cut = Math.max(0, mark.offset() - 3); cut <= mark.offset() + 3; cut++) {
                assertThat(SyntheticBackup.read(file, cut).sound()).as("cut at %d", cut).isFalse();
            }
        }
        for (int cut = file.length - 600; cut < file.length; cut++) {
            assertThat(SyntheticBackup.read(file, cut).sound()).as("cut at %d", cut).isFalse();
        }
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {SMALL_SECTORS, LARGE_SECTORS, GenuineFiles.NORTHWIND, GenuineFiles.PUBS})
    void findsACutAtEverySingleByte(String name) throws IOException {
        findsCuts(backup(name), 1);
    }

    private static void findsCuts(byte[] file, int step) {
        for (int cut = 0; cut < file.length; cut += step) {
            assertThat(SyntheticBackup.read(file, cut).sound()).as("cut at %d", cut).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL_SECTORS, LARGE_SECTORS, GenuineFiles.NORTHWIND, GenuineFiles.PUBS})
    void findsEveryChangedBitOfEveryHeader(String name) throws IOException {
        byte[] file = backup(name);
        for (Landmark mark : Landmarks.of(file).all()) {
            for (int at = 0; at < mark.headerBytes(); at++) {
                for (int bit = 0; bit < 8; bit++) {
                    file[mark.offset() + at] ^= (byte) (1 << bit);
                    boolean sound = SyntheticBackup.read(file).sound();
                    file[mark.offset() + at] ^= (byte) (1 << bit);
                    if (sound) {
                        fail("not found: bit %d of byte %d of %s", bit, at, mark);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL_SECTORS, LARGE_SECTORS, GenuineFiles.NORTHWIND, GenuineFiles.PUBS})
    void findsAChangedBitInEveryPageThatHasAChecksum(String name) throws IOException {
        byte[] file = backup(name);
        int tried = 0;
        List<Integer> pages = Landmarks.of(file).checkedPages();
        for (int page : pages) {
            int at = Math.floorMod(tried * 1_640_531_527, PageChecksum.PAGE_BYTES);
            int bit = tried++ % 8;
            if (staysRecognisable(file, page, at, bit)) {
                file[page + at] ^= (byte) (1 << bit);
                MtfContents contents = SyntheticBackup.read(file);
                file[page + at] ^= (byte) (1 << bit);
                assertThat(contents.damages()).as("bit %d of byte %d of the page at %d", bit, at, page)
                        .extracting(MtfDamage::part, MtfDamage::offset)
                        .containsExactly(tuple(MtfDamage.Part.PAGE, (long) page));
                assertThat(contents.pages().wrong()).isOne();
            }
        }
        assertThat(pages).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL_SECTORS, GenuineFiles.NORTHWIND, GenuineFiles.PUBS})
    void findsEveryChangedBitOfAPage(String name) throws IOException {
        byte[] file = backup(name);
        List<Integer> pages = Landmarks.of(file).checkedPages();
        findsEveryChangedBit(file, pages.get(pages.size() / 2));
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {GenuineFiles.NORTHWIND, GenuineFiles.PUBS})
    void findsEveryChangedBitOfEveryPage(String name) throws IOException {
        byte[] file = backup(name);
        for (int page : Landmarks.of(file).checkedPages()) {
            findsEveryChangedBit(file, page);
        }
    }

    private static void findsEveryChangedBit(byte[] file, int offset) {
        ByteBuffer page = ByteBuffer.wrap(file, offset, PageChecksum.PAGE_BYTES).slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < PageChecksum.PAGE_BYTES; at++) {
            for (int bit = 0; bit < 8; bit++) {
                if (staysRecognisable(file, offset, at, bit)) {
                    page.put(at, (byte) (page.get(at) ^ (1 << bit)));
                    DataPages examined = new DataPages();
                    examined.examine(page, offset);
                    page.put(at, (byte) (page.get(at) ^ (1 << bit)));
                    if (examined.tally().wrong() != 1) {
                        fail("not found: bit %d of byte %d of the page at %d", bit, at, offset);
                    }
                }
            }
        }
    }

    /** Whether the page still looks like one with a checksum: header version 1, file 1 to 32767, flag 0x200. */
    private static boolean staysRecognisable(byte[] file, int page, int at, int bit) {
        int fileNumber = Byte.toUnsignedInt(file[page + 0x24]) | Byte.toUnsignedInt(file[page + 0x25]) << 8;
        int changed = at == 0x24 || at == 0x25 ? fileNumber ^ (1 << (bit + 8 * (at - 0x24))) : fileNumber;
        return at != 0 && !(at == 5 && bit == 1) && changed > 0 && changed < 0x8000;
    }

    /** A header in a file. */
    private record Landmark(String name, int offset, int headerBytes) {}

    /** Where the headers and pages of a whole file are: found anew here, so that the reader does not judge itself. */
    private record Landmarks(List<Landmark> all, List<Integer> checkedPages) {
        static Landmarks of(byte[] file) {
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            List<Landmark> all = new ArrayList<>();
            List<Integer> pages = new ArrayList<>();
            int at = 0;
            while (at < file.length) {
                String type = name(file, at);
                all.add(new Landmark(type, at, 52));
                if (type.equals("SFMB")) {
                    at += 512 * bytes.getShort(64);
                } else {
                    at = streams(bytes, at + Short.toUnsignedInt(bytes.getShort(at + 8)), all, pages);
                }
            }
            return new Landmarks(all, pages);
        }

        private static int streams(ByteBuffer bytes, int first, List<Landmark> all, List<Integer> pages) {
            int at = first;
            String id;
            do {
                at = (at + 3) & ~3;
                id = name(bytes.array(), at);
                all.add(new Landmark(id, at, 22));
                int length = Math.toIntExact(bytes.getLong(at + 8));
                for (int page = at + 24; id.equals("MQDA") && page < at + length; page += 8192) {
                    if (bytes.get(page) == 1 && bytes.getShort(page + 0x24) > 0
                            && (bytes.getShort(page + 4) & 0x200) != 0) {
                        pages.add(page);
                    }
                }
                at += 22 + length;
            } while (!id.equals("SPAD"));
            return at;
        }

        private static String name(byte[] file, int at) {
            return new String(file, at, 4, StandardCharsets.ISO_8859_1);
        }
    }
}
