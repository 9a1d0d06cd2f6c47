package br.com.dmbackup.core.archive.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpFormTest {
    private static byte[] pages(int before, int count) {
        var random = new Random(before);
        var bytes = new byte[before + count * PageCdc.PAGE_BYTES];
        random.nextBytes(bytes);
        for (int page = 0; page < count; page++) {
            bytes[before + page * PageCdc.PAGE_BYTES + 18] = 4;
            bytes[before + page * PageCdc.PAGE_BYTES + 19] = 0x20;
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 512, 4096, 7680})
    void seesPagesWhereverTheyBegin(int before) {
        byte[] dump = pages(before, 100);
        Chunker chunker = DumpForm.chunkerFor(dump, dump.length);
        assertThat(chunker.id()).isEqualTo(new PageCdc(0).id());
        assertThat(chunker.firstCut()).isEqualTo(before);
    }

    @Test
    void knowsSqliteByItsFirstBytes() {
        byte[] dump = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        assertThat(DumpForm.chunkerFor(dump, dump.length)).isInstanceOf(PageCdc.class);
    }

    @Test
    void takesNothingElseForPages() {
        byte[] random = pages(0, 100);
        new Random(3).nextBytes(random);
        byte[] text = "INSERT INTO venda VALUES (1, 'Dipirona');\n".repeat(30_000).getBytes(StandardCharsets.US_ASCII);
        byte[] lines = ("0123456789abcdef".repeat(511) + "fim de linha...\n").repeat(100)
                .getBytes(StandardCharsets.US_ASCII);
        for (byte[] dump : new byte[][]{random, text, lines, new byte[1 << 20], new byte[0], pages(0, 20)}) {
            assertThat(DumpForm.chunkerFor(dump, dump.length)).isInstanceOf(FastCdc.class);
        }
    }

    @Test
    void seesPagesOfWhichATenthIsEmpty() {
        byte[] dump = pages(0, 120);
        for (int page = 0; page < 12; page++) {
            java.util.Arrays.fill(dump, page * PageCdc.PAGE_BYTES, (page + 1) * PageCdc.PAGE_BYTES, (byte) 0);
        }
        assertThat(DumpForm.chunkerFor(dump, dump.length)).isInstanceOf(PageCdc.class);
    }
}
