package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store and its support do to a database must never freeze its backups, not even after a single one. */
class HonestChangesTest {
    @TempDir
    static Path plans;
    private static Path pharmacy;

    @TempDir
    Path folder;
    private StoreUnderTest store;

    @BeforeAll
    static void makeOne() throws SQLException {
        pharmacy = plans.resolve("farmacia.db");
        PharmacyStore.create(pharmacy, PharmacyPlan.STANDARD.withBytes(12_000_000)
                .withJournal(PharmacyPlan.JournalMode.DELETE));
    }

    @BeforeEach
    void oneGoodBackup() throws IOException {
        store = StoreUnderTest.standingIn(folder);
        Files.copy(pharmacy, store.database, StandardCopyOption.REPLACE_EXISTING);
        succeeded(store.backupAt("2022-06-29T09:30"));
    }

    @Test
    void sellingForHours() throws SQLException {
        for (int hour = 10; hour < 16; hour++) {
            PharmacyStore.at(store.database).sellFor(Duration.ofHours(1), hour);
            normal("2022-06-29T" + hour + ":30");
        }
    }

    @Test
    void aDatabaseThatIsWrittenAnewFromItsFirstPageToItsLast() {
        store.sql("delete from nfce where venda_id % 2 = 0");
        normal("2022-06-29T10:30");
        store.sql("vacuum");
        assertThat(newShare(normal("2022-06-29T11:30"))).isGreaterThan(0.5);
    }

    @Test
    void allIndexesBuiltAnew() {
        store.sql("reindex");
        normal("2022-06-29T10:30");
    }

    @Test
    void theYearlyPurge() {
        purge();
        normal("2022-06-29T10:30");
    }

    @Test
    void theYearlyPurgeThatGivesBackItsRoomAtOnce() {
        purge();
        store.sql("vacuum");
        Manifest purged = normal("2022-06-29T10:30");
        assertThat(purged.dumpBytes()).isLessThan(4_000_000);
    }

    @Test
    void anUpgradeThatRewritesHalfOfTheTables() {
        store.sql("alter table produto add column fiscal text not null default 'NCM 3004.90.99 CEST 13.001.00'");
        store.sql("update produto set fiscal = fiscal || ' ' || id, nome = upper(nome)");
        store.sql("create table item_v2 as select *, preco * quantidade as total, 'UN' as unidade from venda_item");
        store.sql("drop table venda_item");
        store.sql("create index item_v2_venda on item_v2(venda_id)");
        store.sql("alter table venda rename to venda_v2");
        store.sql("update venda_v2 set pagamento = 'FORMA ' || pagamento");
        normal("2022-06-29T10:30");
    }

    @Test
    void pagesOfAnotherSize() {
        store.sql("pragma page_size = 8192; vacuum");
        normal("2022-06-29T10:30");
    }

    @Test
    void aLogThatIsCutOff() {
        store.sql("create table log_acesso as select id, data_hora, 'entrou' as texto from venda");
        normal("2022-06-29T10:30");
        store.sql("delete from log_acesso");
        normal("2022-06-29T11:30");
    }

    @Test
    void picturesOfAllProducts() {
        store.sql("create table foto as select id, randomblob(6000) as imagem from produto");
        normal("2022-06-29T10:30");
        store.sql("drop table foto");
        store.sql("create table foto as select id, randomblob(5000) as imagem from produto");
        normal("2022-06-29T11:30");
        store.sql("vacuum");
        normal("2022-06-29T12:30");
    }

    private void purge() {
        String old = "(select id from venda where data_hora < '2025-12-20')";
        store.sql("delete from nfce where venda_id in " + old);
        store.sql("delete from sngpc where venda_id in " + old);
        store.sql("delete from venda_item where venda_id in " + old);
        store.sql("delete from venda where id in " + old);
    }

    private Manifest normal(String when) {
        return succeeded(store.backupAt(when));
    }

    private static double newShare(Manifest made) {
        return (double) made.traits().map(DumpTraits::newBytes).orElse(0L) / made.dumpBytes();
    }
}
