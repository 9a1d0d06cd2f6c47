package br.com.dmbackup.engine.postgresql;

import static br.com.dmbackup.engine.postgresql.PostgresScene.fault;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.NoticeCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back, with what, and what is said when a part of it cannot. */
class RestorationTest {
    private static final String NEW = "Loja restaurada";

    @TempDir
    private Path folder;
    private PostgresScene scene;

    @BeforeEach
    void begin() {
        scene = new PostgresScene(folder);
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void bringsBackWhatADatabaseIsMadeOf() {
        scene.server.execute(PostgresLive.NAME,
                "CREATE EXTENSION pg_trgm",
                "CREATE VIEW \"Visão\" AS SELECT id FROM conta",
                "CREATE MATERIALIZED VIEW resumo AS SELECT sum(saldo) AS total FROM conta",
                "CREATE FUNCTION dobro(i int) RETURNS int LANGUAGE sql AS 'SELECT i * 2;'",
                "CREATE TABLE partes (i int) PARTITION BY RANGE (i)",
                "CREATE TABLE partes_1 PARTITION OF partes FOR VALUES FROM (0) TO (100)",
                "INSERT INTO partes SELECT generate_series(0, 99)",
                "ALTER DATABASE " + Sql.quoted(PostgresLive.NAME) + " SET work_mem = '8MB'",
                "COMMENT ON DATABASE " + Sql.quoted(PostgresLive.NAME) + " IS 'a loja'",
                "ALTER TABLE partes OWNER TO " + Sql.quoted(SharedServer.LOGIN),
                "ALTER TABLE partes_1 OWNER TO " + Sql.quoted(SharedServer.LOGIN),
                "ALTER VIEW \"Visão\" OWNER TO " + Sql.quoted(SharedServer.LOGIN),
                "ALTER MATERIALIZED VIEW resumo OWNER TO " + Sql.quoted(SharedServer.LOGIN),
                "ALTER FUNCTION dobro OWNER TO " + Sql.quoted(SharedServer.LOGIN));
        RestoredDatabase restored = scene.restore(new RestoreTarget.NewDatabase(NEW), scene.dumpFile("dump"));
        assertThat(restored.notices()).isEmpty();
        assertThat(restored.rowCounts()).containsAllEntriesOf(scene.live.rowCounts())
                .containsEntry("public.partes_1", 100L).doesNotContainKey("public.partes");
        assertThat(scene.live.isWhole(NEW)).isTrue();
        assertThat(scene.server.texts(NEW, "SELECT dobro(id)::text FROM \"Visão\" WHERE id = 21"))
                .containsExactly("42");
        assertThat(scene.server.texts(NEW, "SELECT total::text FROM resumo")).containsExactly("500000");
        assertThat(scene.server.texts(NEW, "SHOW work_mem")).containsExactly("8MB");
        assertThat(scene.server.texts(NEW, "SELECT pg_get_userbyid(datdba) || ', ' || shobj_description(oid, "
                + "'pg_database') FROM pg_database WHERE datname = current_database()"))
                .containsExactly(SharedServer.LOGIN + ", a loja");
        assertThat(scene.server.texts(NEW, "SELECT md5(string_agg(foto::text || nome, '' ORDER BY id)) FROM "
                + "\"Caixa Nº 1\".\"Preço\""))
                .isEqualTo(scene.server.texts(PostgresLive.NAME, "SELECT md5(string_agg(foto::text || nome, ''"
                        + " ORDER BY id)) FROM \"Caixa Nº 1\".\"Preço\""));
    }

    @Test
    void bringsTheDataBackWhereTheirOwnersAreMissingAndSaysHowToMakeThem() {
        scene.server.execute(PostgresLive.NAME, "CREATE ROLE \"Antigo dono\"", "CREATE ROLE leitora",
                "ALTER TABLE item OWNER TO \"Antigo dono\"", "GRANT SELECT ON conta TO leitora",
                "GRANT SELECT ON item TO " + Sql.quoted(SharedServer.LOGIN));
        Path dump = scene.dumpFile("dump");
        scene.server.execute(PostgresLive.NAME, "ALTER TABLE item OWNER TO " + Sql.quoted(SharedServer.LOGIN),
                "REVOKE ALL ON conta FROM leitora", "DROP ROLE leitora", "DROP ROLE \"Antigo dono\"");
        RestoredDatabase restored = scene.restore(new RestoreTarget.NewDatabase(NEW), dump);
        assertThat(restored.rowCounts()).isEqualTo(scene.live.rowCounts());
        assertThat(restored.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo(NoticeCode.ROLES_NOT_RESTORED);
            assertThat(notice.arguments().getFirst()).isEqualTo("Antigo dono, leitora");
            assertThat(notice.arguments().getLast()).asString().contains("CREATE ROLE \"Antigo dono\" LOGIN;",
                    "GRANT \"leitora\" TO \"Loja Backup\";");
        });
    }

    @Test
    void createsTheDatabaseWithAnotherLocaleWhereTheServerDoesNotKnowTheDumps() throws SQLException {
        PostgresServer login = PostgresLive.login(scene.server);
        try (ScratchDatabase scratch = ScratchDatabase.reserve(login, "postgres")) {
            String windows = " WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE_PROVIDER = libc"
                    + " LOCALE = 'Portuguese_Brazil.1252'";
            assertThat(new Creation(Optional.of(windows), login).create(scratch, PostgresLive.NAME))
                    .hasValueSatisfying(notice -> assertThat(notice.code())
                            .isEqualTo(NoticeCode.LOCALE_NOT_RESTORED));
            assertThat(scene.live.everything()).contains(scratch.name());
            scratch.drop(login, "postgres");
        }
    }

    @Test
    void endsOrdinarySessionsToPutTheRestoredDatabaseInPlace() throws SQLException {
        Path dump = scene.dumpFile("dump");
        scene.live.changeALittle();
        RestoredDatabase replacement = scene.restore(new RestoreTarget.Replacement(), dump);
        try (Connection till = scene.server.connect(PostgresLive.NAME, SharedServer.LOGIN, SharedServer.PASSWORD)) {
            till.setAutoCommit(false);
            Sql.execute(till, "UPDATE conta SET saldo = saldo WHERE id = 1");
            Optional<String> kept = scene.engine.swapIn(replacement);
            assertThat(till.isValid(1)).isFalse();
            assertThat(kept).hasValueSatisfying(name -> assertThat(name).startsWith(PostgresLive.NAME + "_antes_"));
            assertThat(scene.live.isWhole(kept.orElseThrow())).isTrue();
        }
        assertThat(scene.live.isWhole(PostgresLive.NAME)).isTrue();
        assertThat(scene.engine.dropLeftovers()).isEmpty();
    }

    @Test
    void keptNamesFitIntoWhatPostgresqlAllows() {
        String longest = "ç".repeat(31) + "x";
        assertThat(Swap.cut(longest, 63)).isEqualTo(longest);
        assertThat(Swap.cut(longest, 40)).isEqualTo("ç".repeat(20));
        assertThat(Swap.cut("💊💊", 7)).isEqualTo("💊");
    }

    @Test
    void doesNotTouchALeftoverOfAnotherLiveDatabaseOrOneThatOnlyLooksLikeOne() {
        scene.server.execute("postgres",
                "CREATE DATABASE dmbackup_restauro_00000000000000aa OWNER " + Sql.quoted(SharedServer.LOGIN),
                "COMMENT ON DATABASE dmbackup_restauro_00000000000000aa IS 'DMBackup: outra loja'",
                "CREATE DATABASE dmbackup_restauro_meu OWNER " + Sql.quoted(SharedServer.LOGIN));
        assertThat(scene.engine.dropLeftovers()).isEmpty();
        assertThat(scene.live.everything()).contains("dmbackup_restauro_00000000000000aa", "dmbackup_restauro_meu");
    }

    @Test
    void refusesAName() {
        BackupFault fault = fault(FaultCode.RESTORE_FAILED,
                () -> scene.engine.restore(new RestoreTarget.NewDatabase("ç".repeat(40)), 1, scene.staging));
        assertThat(fault.arguments()[1]).isEqualTo("1-63 bytes");
    }
}
