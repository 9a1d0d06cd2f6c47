package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.backupIn;
import static br.com.dmbackup.journeys.SlotsTest.filledSlots;
import static br.com.dmbackup.journeys.SlotsTest.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.backup.Manifest;
import br.com.dmbackup.core.run.RunOutcome;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import br.com.dmbackup.testkit.store.PharmacyPlan;
import br.com.dmbackup.testkit.store.PharmacyStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an intruder or a broken program does to a database: a single good backup before it is enough to see it. */
class DamageThatFreezesTest {
    private static final int PAGE = 4096;

    @TempDir
    static Path plans;
    private static Path pharmacy;

    @TempDir
    Path folder;
    private StoreUnderTest store;
    private Manifest good;

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
        good = succeeded(store.backupAt("2022-06-29T09:30"));
    }

    /** As ransomware writes what it encrypted back into a column of text, or of bytes. */
    enum Writing {
        RAW, BASE64, HEX;

        Object of(byte[] bytes) {
            return switch (this) {
                case RAW -> bytes;
                case BASE64 -> Base64.getEncoder().encodeToString(bytes);
                case HEX -> HexFormat.of().formatHex(bytes);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void encryptedTextsInsideADatabaseThatIsStillSound(Writing writing) throws Exception {
        for (String column : List.of("produto.nome", "cliente.nome", "cliente.endereco", "nfce.xml",
                "sngpc.comprador")) {
            encrypt(column, writing);
        }
        assertThat(suspicious("2022-06-29T10:30")).contains("embaralhados");
    }

    @ParameterizedTest
    @EnumSource
    void theLargestColumnAlone(Writing writing) throws Exception {
        encrypt("nfce.xml", writing);
        assertThat(suspicious("2022-06-29T10:30")).contains("embaralhados");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void encryptedPages(int oneIn) throws Exception {
        byte[] dump = Files.readAllBytes(pharmacy);
        for (int page = 1; page < dump.length / PAGE; page += oneIn) {
            encryptPage(dump, page);
        }
        store.engineAs(engine -> new ForgedDumps(engine, dump));
        assertThat(suspicious("2022-06-29T10:30")).contains("embaralhados");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 45, 70})
    void aDumpThatWasCutOff(int percent) throws IOException {
        byte[] dump = Files.readAllBytes(pharmacy);
        byte[] cut = Arrays.copyOf(dump, (int) ((long) dump.length * percent / 100));
        store.engineAs(engine -> new ForgedDumps(engine, cut));
        assertThat(suspicious("2022-06-29T10:30")).contains("MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"produto", "cliente", "venda"})
    void aTableThatWasEmptied(String table) {
        store.sql("delete from " + table);
        assertThat(suspicious("2022-06-29T10:30")).contains("ficou vazia uma tabela", table);
    }

    @Test
    void allTablesEmptied() {
        good.rowCounts().keySet().forEach(table -> store.sql("delete from " + table));
        assertThat(suspicious("2022-06-29T10:30")).contains("ficaram vazias", "cliente", "mais");
    }

    @Test
    void aRansomNoteInPlaceOfTheTables() {
        good.rowCounts().keySet().stream().sorted(Comparator.reverseOrder())
                .forEach(table -> store.sql("drop table " + table));
        store.sql("create table LEIA_ME as select 'Pague 2 bitcoins' as texto");
        assertThat(suspicious("2022-06-29T10:30")).contains("não existe mais");
    }

    @Test
    void mostRowsOfEveryTable() {
        for (String table : good.rowCounts().keySet()) {
            store.sql("delete from " + table + " where rowid % 3 > 0");
        }
        assertThat(suspicious("2022-06-29T10:30")).contains("mais da metade das linhas");
    }

    @Test
    void whatWasDamagedStaysSuspiciousAndWhatIsWellAgainIsNormal() throws Exception {
        encrypt("nfce.xml", Writing.BASE64);
        for (int hour = 10; hour < 14; hour++) {
            PharmacyStore.at(store.database).sellFor(Duration.ofMinutes(30), hour);
            suspicious("2022-06-29T" + hour + ":30");
        }
        Files.copy(pharmacy, store.database, StandardCopyOption.REPLACE_EXISTING);
        succeeded(store.backupAt("2022-06-29T14:30"));
    }

    private String suspicious(String when) {
        RunOutcome outcome = store.backupAt(when);
        assertThat(outcome).isInstanceOf(RunOutcome.Failed.class);
        BackupFault fault = ((RunOutcome.Failed) outcome).fault();
        assertThat(fault.code()).as(fault.getMessage()).isEqualTo(FaultCode.BACKUP_SUSPICIOUS);
        assertNothingLost();
        String words = fault.text(Messages.in(Language.PT_BR));
        assertThat(words).doesNotContain("{", "SCRAMBLED", "EMPTIED");
        return words;
    }

    private void assertNothingLost() {
        try {
            for (Path place : new Path[]{store.home.backupFolder(), store.terminal}) {
                assertThat(filledSlots(place)).containsExactly("09h");
                assertThat(backupIn(place.resolve("09h/MCDados.zip"))).isEqualTo(good);
                assertThat(backupIn(place.resolve("MCDados.zip"))).isEqualTo(good);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void encrypt(String column, Writing writing) throws Exception {
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(column.indexOf('.') + 1);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store.database);
                var rows = connection.createStatement();
                var update = connection.prepareStatement(
                        "update " + table + " set " + name + " = ? where rowid = ?")) {
            connection.setAutoCommit(false);
            Map<Long, String> values = new TreeMap<>();
            try (var found = rows.executeQuery("select rowid, " + name + " from " + table)) {
                while (found.next()) {
                    values.put(found.getLong(1), found.getString(2));
                }
            }
            for (var value : values.entrySet()) {
                update.setObject(1, writing.of(
                        encrypted(value.getValue().getBytes(StandardCharsets.UTF_8), value.getKey())));
                update.setLong(2, value.getKey());
                update.executeUpdate();
            }
            connection.commit();
        }
    }

    private static void encryptPage(byte[] dump, int page) throws GeneralSecurityException {
        byte[] plain = Arrays.copyOfRange(dump, page * PAGE, (page + 1) * PAGE);
        System.arraycopy(encrypted(plain, page), 0, dump, page * PAGE, PAGE);
    }

    private static byte[] encrypted(byte[] plain, long number) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        byte[] start = String.format(Locale.ROOT, "%016d", number).getBytes(StandardCharsets.US_ASCII);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[16], "AES"), new IvParameterSpec(start));
        return cipher.doFinal(plain);
    }
}
