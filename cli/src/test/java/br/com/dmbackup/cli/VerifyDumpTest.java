package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.testkit.mtf.MtfDatabase;
import br.com.dmbackup.testkit.mtf.MtfPage;
import br.com.dmbackup.testkit.mtf.MtfServer;
import br.com.dmbackup.testkit.mtf.MtfSet;
import br.com.dmbackup.testkit.mtf.MtfWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify FILE.bak}: a dump of SQL Server's, with neither server nor home. */
class VerifyDumpTest {
    private static final OffsetDateTime STARTED = OffsetDateTime.parse("2026-11-22T10:00:05-03:00");

    @TempDir
    @Nullable
    Path temporary;

    private Path folder() {
        return Objects.requireNonNull(temporary);
    }

    private Typed typed() {
        return new Typed(folder());
    }

    private Path backup(String name) throws IOException {
        Path file = folder().resolve(name);
        MtfSet set = MtfSet.full(MtfServer.express2022(), MtfDatabase.named("MCDados", 1 << 20), STARTED);
        try (MtfWriter writer = new MtfWriter(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), set)) {
            byte[] extent = new byte[MtfPage.EXTENT_BYTES];
            System.arraycopy(MtfPage.of(1, 8, new byte[]{1, 2, 3}), 0, extent, 0, MtfPage.BYTES);
            writer.begin().data(1).extent(extent).endData().log(new byte[512])
                    .finish(STARTED.toLocalDateTime().plusSeconds(3));
        }
        return file;
    }

    @Test
    void saysWhatIsInside() throws IOException {
        backup("MCDados.bak");
        Typed typed = typed();
        assertThat(typed.run("verify", "MCDados.bak")).as(typed.err()).isZero();
        assertThat(typed.out()).contains("Conferido sem o servidor", "Servidor: CAIXA01\\SQLEXPRESS",
                "Banco de dados: MCDados", "SQL Server 2022 (16.0.1000)", "Tipo: completo",
                "22/11/2026 10:00:05 (-03:00)",
                "22/11/2026 10:00:08", "Páginas conferidas: 1");
        Typed english = typed();
        assertThat(english.run("verify", "MCDados.bak", "--lang", "en")).isZero();
        assertThat(english.out()).contains("Checked without the server", "Kind: full");
        Typed spanish = typed();
        assertThat(spanish.run("verify", "MCDados.bak", "--lang", "es")).isZero();
        assertThat(spanish.out()).contains("Comprobado sin el servidor", "Tipo: completa");
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        backup("MCDados.bak");
        Typed typed = typed();
        assertThat(typed.run("verify", "MCDados.bak", "--json")).isZero();
        JsonNode result = JsonMapper.shared().readTree(typed.out()).at("/result/0");
        assertThat(result.at("/sound").asBoolean()).isTrue();
        assertThat(result.at("/format").asString()).isEqualTo("Microsoft SQL Server");
        assertThat(result.at("/facts/0/name").asString()).isEqualTo("server");
        assertThat(result.at("/facts/1/value").asString()).isEqualTo("MCDados");
        assertThat(result.toString()).contains("2026-11-22T10:00:05-03:00", "\"FULL\"", "pagesChecked");
    }

    @Test
    void failsForADamagedOneAsForArchives() throws IOException {
        Path file = backup("MCDados.bak");
        byte[] bytes = Files.readAllBytes(file);
        bytes[0x4000 + 5000] ^= 4;
        Files.write(file, bytes);
        Typed page = typed();
        assertThat(page.run("verify", "MCDados.bak")).isEqualTo(6);
        assertThat(page.out()).contains("DANIFICADO", "page @16384 (1:8)", "Páginas danificadas: 1");
        assertThat(page.err()).contains("DM-600");
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        Typed cut = typed();
        assertThat(cut.run("verify", "MCDados.bak", "--json")).isEqualTo(6);
        JsonNode document = JsonMapper.shared().readTree(cut.out());
        assertThat(document.at("/result/0/sound").asBoolean()).isFalse();
        assertThat(document.at("/result/0/damages/0").asString()).startsWith("end @");
        assertThat(document.at("/fault/name").asString()).isEqualTo("VERIFICATION_FAILED");
    }

    @Test
    void tellsWhatItDoesNotUnderstandAsANotice() throws IOException {
        Path file = backup("MCDados.bak");
        Files.write(file, new byte[5000], StandardOpenOption.APPEND);
        Typed typed = typed();
        assertThat(typed.run("verify", "MCDados.bak")).isZero();
        assertThat(typed.out()).contains("ainda não conhece", "zeros @");
        Typed json = typed();
        assertThat(json.run("verify", "MCDados.bak", "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(json.out()).at("/notices/0/name").asString())
                .isEqualTo("DUMP_PART_UNKNOWN");
    }

    @Test
    void leavesACompressedBackupToTheServer() throws IOException {
        Files.writeString(folder().resolve("x.bak"), "MSSQLBAK" + "\2".repeat(600));
        Typed typed = typed();
        assertThat(typed.run("verify", "x.bak")).isEqualTo(2);
        assertThat(typed.err()).contains("DM-602", "compactado ou criptografado", "RESTORE VERIFYONLY");
    }

    @Test
    void namesAFileOfAnotherProgram() throws IOException {
        Files.write(folder().resolve("x.bak"), ("PGDMP" + "\1".repeat(900)).getBytes(StandardCharsets.ISO_8859_1));
        Typed typed = typed();
        assertThat(typed.run("verify", "x.bak")).isEqualTo(2);
        assertThat(typed.err()).contains("DM-303", "PostgreSQL (pg_dump)");
        Files.write(folder().resolve("y.bak"), new byte[900]);
        Typed unknown = typed();
        assertThat(unknown.run("verify", "y.bak")).isEqualTo(2);
        assertThat(unknown.err()).contains("DM-303").doesNotContain("parece ser");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Typed typed = typed();
        assertThat(typed.run("verify", "none.bak")).isEqualTo(2);
        assertThat(typed.err()).contains("DM-300");
    }
}
