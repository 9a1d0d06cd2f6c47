package br.com.dmbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.settings.SecretSealer;
import br.com.dmbackup.protocol.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
    @TempDir
    @Nullable
    Path temporary;
    private SmallShop shop = new SmallShop(Path.of(""));

    @BeforeEach
    void plant() throws Exception {
        shop = SmallShop.in(Objects.requireNonNull(temporary)).ready();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + shop.folder().resolve("loja.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("create table cliente (nome text, cpf text)");
            statement.executeUpdate(
                    "insert into cliente values ('" + PlantedData.CUSTOMER + "', '" + PlantedData.CPF + "')");
        }
        String sealed = SecretSealer.inHome(shop.home()).seal(new Secret(PlantedData.PASSWORD.toCharArray()));
        String identified = shop.settingsText().replaceFirst("(?m)^\\[store]$",
                "[store]\nname = \"" + PlantedData.NAME + "\"\ncnpj = \"" + PlantedData.CNPJ + "\"");
        Files.writeString(shop.settings(), "# telefone da dona: fone-da-dona@loja.example\n" + identified
                + "\n[something]\ntoken = \"%s\"\npassword = \"%s\"\n".formatted(PlantedData.PASSWORD, sealed));
        Path logs = shop.home().resolve("state/logs");
        String line = "Key (cpf)=(" + PlantedData.CPF + ") of " + PlantedData.NAME + " " + PlantedData.PASSWORD + "\n";
        Files.writeString(logs.resolve("dmbackup.log"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("packed " + line).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(logs.resolve("dmbackup.2026-11-22.0.log.gz"), packed.toByteArray());
        Files.writeString(shop.home().resolve("state/agent.lock"), "");
    }

    @Test
    void noByteOfTheBundleIsTheStoresAlone() throws IOException {
        Typed typed = shop.typed();
        assertThat(typed.run("support", "bundle", "--home", "casa", "--to", "para-o-suporte.zip")).as(typed.err())
                .isZero();
        assertThat(typed.out()).contains("para-o-suporte.zip", "Contém:", "Não contém:");
        byte[] bundle = Files.readAllBytes(shop.folder().resolve("para-o-suporte.zip"));
        PlantedData.assertNone("para-o-suporte.zip", bundle);
        Map<String, String> content = content(bundle);
        assertThat(content.get("settings.txt")).contains("engine = sqlite", "loja.db", "store.name = (22)",
                "something.token = (");
        assertThat(content.get("versions.txt")).contains("DMBackup ", "Java 25");
        assertThat(content.get("catalog.txt")).contains("run ", "SUCCEEDED", "placed ");
        assertThat(content.get("logs/dmbackup.2026-11-22.0.log")).startsWith("packed Key (cpf)=(***) of ***");
        assertThat(content.get("files.txt")).contains("dmbackup.toml", "MCDados.zip");
        assertThat(content).containsKeys("LEIA-ME.txt", "status.json", "launcher.txt", "rights.txt", "disks.txt");
        assertThat(content.keySet()).noneMatch(name -> name.contains("machine.key") || name.contains("catalog.db"));
    }

    @Test
    void theSearchWouldFindWhatItLooksFor() throws IOException {
        byte[] log = Files.readAllBytes(shop.home().resolve("state/logs/dmbackup.2026-11-22.0.log.gz"));
        assertThatThrownBy(() -> PlantedData.assertNone("x.log.gz", log)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> PlantedData.assertNoneInLogs(shop.home())).isInstanceOf(AssertionError.class);
    }

    @Test
    void brokenSettingsShowTheirPlaceAndNotTheirText() throws IOException {
        Files.writeString(shop.settings(), "[store]\nname = \"" + PlantedData.NAME + "\n");
        Typed typed = shop.typed();
        assertThat(typed.run("support", "bundle", "--home", "casa", "--to", "b.zip")).isZero();
        Map<String, String> content = content(Files.readAllBytes(shop.folder().resolve("b.zip")));
        assertThat(content.get("settings.txt")).contains("2:").doesNotContain("Benedita");
        assertThat(content.get("logs/dmbackup.2026-11-22.0.log")).doesNotContain("Benedita", PlantedData.CPF);
    }

    @Test
    void settingsThatAnOldWindowsSavedStillTellWhatIsPrivate() throws IOException {
        Files.write(shop.settings(), shop.settingsText().getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(shop.settings(), "# \u00e9\n", StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
        Typed typed = shop.typed();
        assertThat(typed.run("support", "bundle", "--home", "casa", "--to", "b.zip")).isZero();
        byte[] bundle = Files.readAllBytes(shop.folder().resolve("b.zip"));
        Map<String, String> content = content(bundle);
        assertThat(content.get("settings.txt")).startsWith("DM-");
        assertThat(content.get("logs/dmbackup.2026-11-22.0.log")).startsWith("packed Key (cpf)=(***) of ***")
                .doesNotContain(PlantedData.NAME);
        PlantedData.assertNone("b.zip", bundle);
    }

    @Test
    void withoutTheSettingsWhatTheyCouldNameIsLeftOut() throws IOException {
        Files.delete(shop.settings());
        Typed typed = shop.typed();
        assertThat(typed.run("support", "bundle", "--home", "casa", "--to", "b.zip")).isZero();
        Map<String, String> content = content(Files.readAllBytes(shop.folder().resolve("b.zip")));
        assertThat(content).containsKeys("versions.txt", "left-out.txt").doesNotContainKeys("status.json",
                "catalog.txt", "logs/dmbackup.2026-11-22.0.log");
    }

    @Test
    void namesThatPeopleGaveToFilesAreOnlyCounted() throws IOException {
        Files.writeString(shop.home().resolve("Contrato da Maria.pdf"), "x");
        Files.writeString(shop.home().resolve("state/logs/Maria.log"), "x");
        Typed typed = shop.typed();
        assertThat(typed.run("support", "bundle", "--home", "casa", "--to", "b.zip")).isZero();
        Map<String, String> content = content(Files.readAllBytes(shop.folder().resolve("b.zip")));
        assertThat(content.get("files.txt")).contains("catalog.db", "machine.key").containsPattern("others [2-9]\n")
                .doesNotContain("Maria");
        assertThat(content.keySet()).noneMatch(name -> name.contains("Maria"));
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        Files.writeString(shop.folder().resolve("b.zip"), "x");
        Typed typed = shop.typed();
        assertThat(typed.run("support", "bundle", "--home", "casa", "--to", "b.zip")).isEqualTo(2);
        assertThat(shop.folder().resolve("b.zip")).hasContent("x");
    }

    @Test
    void whatDriversSayOfRowsDoesNotReachTheLog() throws IOException {
        Path logs = shop.home().resolve("state/logs");
        Files.delete(logs.resolve("dmbackup.log"));
        Files.delete(logs.resolve("dmbackup.2026-11-22.0.log.gz"));
        Typed typed = shop.typed().verb(session -> {
            throw BackupFault.of(FaultCode.DUMP_FAILED, "MCDados", "Key (cpf)=(" + PlantedData.CPF + ") exists")
                    .causedBy(new IllegalStateException("Failing row contains (" + PlantedData.CUSTOMER + ")"));
        });
        typed.run("try", "--home", "casa");
        typed = shop.typed().verb(session -> {
            throw new IllegalStateException("COPY cliente, line 1: \"" + PlantedData.CUSTOMER + "\"");
        });
        typed.run("try", "--home", "casa");
        assertThat(logs.resolve("dmbackup.log")).content().contains("DUMP_FAILED", "COPY cliente, line 1: \"***\"");
        PlantedData.assertNoneInLogs(shop.home());
    }

    private static Map<String, String> content(byte[] bundle) throws IOException {
        Map<String, String> content = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                content.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return content;
    }
}
