package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Secret;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.engine.postgresql.PostgresEngine;
import br.com.dmbackup.engine.postgresql.PostgresServer;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.testkit.postgresql.TestServer;
import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import br.com.dmbackup.testkit.store.PostgresPharmacy;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** The brake on a pharmacy in PostgreSQL, whose dump is a stream of rows and knows no pages. */
class PostgresBrakeTest {
    private static TestServer server;

    @TempDir
    Path folder;
    private StoreUnderTest store;

    @BeforeAll
    static void fill(@TempDir Path plans) throws Exception {
        server = TestServer.start();
        server.execute("postgres", "CREATE DATABASE modelo");
        PharmacyStore pharmacy = PharmacyStore.create(plans.resolve("farmacia.db"),
                PharmacyPlan.STANDARD.withBytes(8_000_000).withJournal(PharmacyPlan.JournalMode.DELETE));
        try (Connection connection = server.connect("modelo")) {
            PGConnection vendor = connection.unwrap(PGConnection.class);
            new PostgresPharmacy(connection).fillFrom(pharmacy, sql -> new PGCopyOutputStream(vendor, sql));
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void oneGoodBackup() {
        server.execute("postgres", "DROP DATABASE IF EXISTS \"MCDados\" WITH (FORCE)",
                "CREATE DATABASE \"MCDados\" TEMPLATE modelo");
        PostgresServer login = new PostgresServer(server.host(), server.port(), TestServer.SUPERUSER,
                Optional.of(new Secret(TestServer.PASSWORD.toCharArray())), "prefer", Optional.empty());
        store = new StoreUnderTest(folder);
        store.engineAs(sqlite -> new PostgresEngine("MCDados", login, "MCDados", Optional.empty(), store.clock(),
                Checkpoint.NONE));
        succeeded(store.backupAt("2022-06-29T09:30"));
    }

    @Test
    void rebuildingPurgingAndUpgradingAreNormal() {
        server.execute("MCDados", "VACUUM FULL", "REINDEX DATABASE \"MCDados\"", "CLUSTER nfce USING nfce_chave_key");
        succeeded(store.backupAt("2022-06-29T10:30"));
        server.execute("MCDados",
                "ALTER TABLE produto ADD COLUMN fiscal text NOT NULL DEFAULT 'NCM 3004.90.99 CEST 13.001.00'",
                "UPDATE produto SET fiscal = fiscal || ' ' || id, nome = upper(nome)",
                "ALTER TABLE venda_item ALTER COLUMN preco TYPE numeric(12,2) USING preco / 100.0",
                "UPDATE nfce SET xml = replace(xml, 'versao=\"4.00\"', 'versao=\"4.10\"')",
                "ALTER TABLE venda RENAME TO venda_v2");
        succeeded(store.backupAt("2022-06-29T11:30"));
        for (String table : new String[]{"nfce", "sngpc", "venda_item"}) {
            server.execute("MCDados", "DELETE FROM " + table
                    + " WHERE venda_id IN (SELECT id FROM venda_v2 WHERE data_hora < '2025-12-20')");
        }
        server.execute("MCDados", "DELETE FROM venda_v2 WHERE data_hora < '2025-12-20'");
        succeeded(store.backupAt("2022-06-29T12:30"));
    }

    @Test
    void textsThatBecameNoiseAreNot() {
        server.execute("MCDados", "UPDATE nfce SET xml = (SELECT string_agg(md5(random()::text || part), '')"
                + " FROM generate_series(1, length(nfce.xml) / 16) AS part)");
        assertThat(suspicious("2022-06-29T10:30")).contains("embaralhados");
    }

    @Test
    void neitherIsATableThatWasTruncatedNorOneThatWasDropped() {
        server.execute("MCDados", "TRUNCATE cliente CASCADE");
        assertThat(suspicious("2022-06-29T10:30")).contains("public.cliente");
        server.execute("MCDados", "DROP SCHEMA public CASCADE", "CREATE SCHEMA public",
                "CREATE TABLE leia_me AS SELECT 'Pague' AS texto");
        assertThat(suspicious("2022-06-29T11:30")).contains("não existe mais");
    }

    private String suspicious(String when) {
        RunOutcome outcome = store.backupAt(when);
        assertThat(outcome).isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> assertThat(
                failed.fault().code()).as(failed.fault().getMessage()).isEqualTo(FaultCode.BACKUP_SUSPICIOUS));
        return ((RunOutcome.Failed) outcome).fault().text(Messages.in(Language.PT_BR));
    }
}
