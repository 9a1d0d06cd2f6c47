package br.com.dmbackup.engine.sqlserver.mtf;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.engine.DumpInspector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DumpHeadTest {
    private static byte[] bytes(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), DumpHead.BYTES);
    }

    @Test
    void knowsATapeAndACompressedBackup() {
        assertThat(DumpHead.of(bytes("TAPE"))).isEqualTo(DumpHead.TAPE_FORMAT);
        assertThat(DumpHead.of(bytes("MSSQLBAK"))).isEqualTo(DumpHead.COMPRESSED);
        assertThat(new MtfInspector().recognises(bytes("MSSQLBAK"))).isTrue();
    }

    @Test
    void looksAtNoMoreThanItIsGiven() {
        assertThat(DumpInspector.HEAD_BYTES).isGreaterThanOrEqualTo(DumpHead.BYTES);
        for (int length = 0; length < 4; length++) {
            assertThat(DumpHead.of(Arrays.copyOf(bytes("TAPE"), length))).isEqualTo(DumpHead.FOREIGN);
        }
        assertThat(DumpHead.of(Arrays.copyOf(bytes("TAPE"), 4))).isEqualTo(DumpHead.TAPE_FORMAT);
    }

    @Test
    void knowsABackupWhoseFirstBytesAreDamaged() {
        byte[] head = Arrays.copyOf(SyntheticBackup.full(1, 512), DumpHead.BYTES);
        for (int at = 0; at < Block.HEADER_BYTES; at++) {
            head[at] ^= 0x20;
            assertThat(DumpHead.of(head)).as("byte %d", at).isEqualTo(DumpHead.TAPE_FORMAT);
            head[at] ^= 0x20;
        }
    }

    @Test
    void namesFilesOfOthers() {
        Map<String, String> names = Map.of("PGDMP", "PostgreSQL (pg_dump)", "SQLite format 3\0", "SQLite 3", "PK\3\4",
                "ZIP");
        names.forEach((begin, name) -> {
            assertThat(DumpHead.of(bytes(begin))).isEqualTo(DumpHead.FOREIGN);
            assertThat(new MtfInspector().nameOf(bytes(begin))).contains(name);
        });
    }

    @Test
    void hasNoNameForWhatItDoesNotKnow() {
        assertThat(new MtfInspector().nameOf(new byte[0])).isEmpty();
        assertThat(new MtfInspector().nameOf(bytes("anything"))).isEmpty();
    }
}
