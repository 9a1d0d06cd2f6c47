package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Personal data and secrets that are laid out in a store, to be looked for where they must not turn up. */
final class PlantedData {
    static final String NAME = "Farmácia Dona Benedita";
    static final String CNPJ = "11.222.333/0001-81";
    static final String CPF = "529.982.247-25";
    static final String CUSTOMER = "Sebastiana Quitéria";
    static final String PASSWORD = "s3nh@-Mu1to-S3creta";

    /** In every form in which they could be written. */
    private static final List<String> ALL = List.of("benedita", "11.222.333", "11222333000181", CPF, "52998224725",
            "sebastiana", "quitéria", PASSWORD.toLowerCase(Locale.ROOT), "fone-da-dona@loja.example");

    private PlantedData() {}

    /** No log file of that home holds any of it, packed ones included. */
    static void assertNoneInLogs(Path home) throws IOException {
        try (Stream<Path> logs = Files.walk(home.resolve("state/logs"))) {
            List<Path> files = logs.filter(Files::isRegularFile).toList();
            assertThat(files).as("there are logs to look at").isNotEmpty();
            for (Path file : files) {
                assertNone(file.toString(), Files.readAllBytes(file));
            }
        }
    }

    /** Nothing in those bytes, nor in what they pack. */
    static void assertNone(String what, byte[] bytes) throws IOException {
        assertThat(new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT)).as(what)
                .doesNotContain(ALL);
        if (what.endsWith(".gz")) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                assertNone(what + "!", in.readAllBytes());
            }
        } else if (what.endsWith(".zip")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    assertNone(what + "!" + entry.getName(), zip.readAllBytes());
                    assertNone("name", entry.getName().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
