package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.LeftDumpJourneyTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.journeys.TypedHome.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose database's own program writes its dump out. */
class CommandJourneyTest {
    @TempDir
    Path folder;
    private TypedHome store = new TypedHome(Path.of(""));
    private Path database = Path.of("");

    @BeforeEach
    void open() throws IOException {
        boolean there = Files.isExecutable(Path.of("/usr/bin/sqlite3"));
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(there, "sqlite3 is not installed");
        }
        assertThat(there).as("sqlite3").isTrue();
        database = folder.resolve("loja.db");
        StoreUnderTest.sql(database, "create table produto (id integer primary key, nome text)");
        StoreUnderTest.sql(database, "insert into produto (nome) values ('dipirona'), ('paracetamol')");
        store = new TypedHome(folder).with("engine = 'command'\ncommand = ['sqlite3', '-readonly', '" + database
                + "', '.dump']\nhead = 'PRAGMA'\ntrailer = 'COMMIT;'");
    }

    @Test
    void whatTheProgramWritesIsKeptCheckedAndComesBackAsADatabase() throws Exception {
        succeeded(store.at("2022-06-29T09:30", "backup"));
        StoreUnderTest.sql(database, "insert into produto (nome) values ('amoxicilina')");
        succeeded(store.at("2022-06-29T10:30", "backup"));
        assertThat(succeeded(store.type("list")).out()).contains("09h", "10h").doesNotContain("Dados de");
        succeeded(store.type("verify"));
        assertThat(succeeded(store.type("drill")).out()).contains("só o programa que fez o arquivo pode provar");

        Path back = folder.resolve("volta.sql");
        succeeded(store.type("restore", "09h", "--to", back.toString()));
        Path again = folder.resolve("de-novo.db");
        Process load = new ProcessBuilder("sqlite3", again.toString()).redirectInput(back.toFile()).start();
        assertThat(load.waitFor()).isZero();
        assertThat(StoreUnderTest.rows(again)).isEqualTo(2);
        assertThat(store.type("restore", "--replace", "--yes").err()).contains("DM-212");
    }

    @Test
    void aProgramThatFailsCostsNoSlotAndItsLastWordsAreShown() throws IOException {
        succeeded(store.at("2022-06-29T09:30", "backup"));
        byte[] slot = Files.readAllBytes(store.slot("terminal", "09h"));
        Files.writeString(database, "isto não é um banco de dados".repeat(100));
        Said failed = store.at("2022-06-29T09:45", "backup");
        assertThat(failed.code()).isNotZero();
        assertThat(failed.err()).contains("sqlite3").doesNotContain("\tat ");
        assertThat(store.slot("terminal", "09h")).hasBinaryContent(slot);
        assertThat(store.slot("casa/Backup", "09h")).hasBinaryContent(slot);
    }

    @Test
    void aMissingProgramIsSaidBeforeAnythingIsWritten() throws IOException {
        store.with("engine = 'command'\ncommand = ['mysqldump-que-nao-existe', '--all-databases']");
        Said failed = store.type("backup");
        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.err()).contains("DM-220", "mysqldump-que-nao-existe");
        assertThat(store.type("status").out()).contains("mysqldump-que-nao-existe");
    }
}
