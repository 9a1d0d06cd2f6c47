package br.com.dmbackup.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.backup.DumpMeasure;
import br.com.dmbackup.core.backup.DumpTraits;
import br.com.dmbackup.core.policy.Brake.Normal;
import br.com.dmbackup.core.policy.Brake.Suspicious;
import br.com.dmbackup.core.policy.Finding.Reason;
import br.com.dmbackup.protocol.Language;
import br.com.dmbackup.protocol.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrakeTest {
    private static final long MB = 1_000_000;
    private static final SortedMap<String, Long> SHOP = new TreeMap<>(Map.of("produto", 20_000L, "cliente", 40_000L,
            "venda", 300_000L, "venda_item", 900_000L, "nfce", 300_000L, "cidade", 300L));
    /** A gigabyte of which a quarter is information. */
    private static final DumpMeasure LAST = encoded(1000, 250, SHOP);

    @ParameterizedTest
    @CsvSource({"0, false, , EMPTY", "0, true, 1000, EMPTY", "1, false, , WRONG_MAGIC",
            "1000, false, 1000, WRONG_MAGIC", "500, true, 1000, HALF_SIZE", "1, true, 1000, HALF_SIZE",
            "500, true, 1001, HALF_SIZE", "9223372036854775807, false, , WRONG_MAGIC"})
    void ofADumpOfWhichNothingElseIsKnownTheLengthCounts(long bytes, boolean recognised, @Nullable Long last,
            Reason reason) {
        assertThat(new Brake(history(last), true).judge(only(bytes), recognised))
                .isInstanceOfSatisfying(Suspicious.class, it -> assertThat(it.reasons()).containsExactly(reason));
    }

    @ParameterizedTest
    @CsvSource({"1, ", "501, 1000", "1000, 1000", "1000000, 1000", "9223372036854775807, 9223372036854775807"})
    void letsPass(long bytes, @Nullable Long last) {
        assertThat(new Brake(history(last), true).judge(only(bytes), true)).isEqualTo(new Normal());
    }

    @Test
    void aPieceOfTheLastDumpIsSuspiciousThoughItIsMoreThanHalf() {
        assertThat(reasons(based(700, 175, 0, 0, new TreeMap<>()), encoded(1000, 250, new TreeMap<>())))
                .containsExactly(Reason.CUT);
        assertThat(reasons(based(700, 175, 300, 80, new TreeMap<>()), encoded(1000, 250, new TreeMap<>()))).isEmpty();
    }

    @Test
    void aDatabaseMayGiveBackTheRoomOfRowsThatWentLongAgoButNotNearlyAllOfIt() {
        assertThat(reasons(encoded(300, 200, SHOP))).isEmpty();
        assertThat(reasons(encoded(240, 60, SHOP))).containsExactly(Reason.SHRUNK);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.5, 0.2, 0.02})
    void aPurgeOfAnyDepthIsNormalAsLongAsEachTableKeepsSomethingAndProductsAndCustomersStay(double left) {
        SortedMap<String, Long> purged = with("venda", (long) (300_000 * left), "venda_item",
                (long) (900_000 * left), "nfce", (long) (300_000 * left));
        long bytes = (long) (100 + 900 * left);
        assertThat(reasons(encoded(bytes, bytes / 4, purged))).isEmpty();
        assertThat(reasons(encoded(1000, 250, purged))).isEmpty();
    }

    @Test
    void atableThatIsEmptiedIsSuspiciousUnlessItsNameSaysThatItIsForTheMoment() {
        assertThat(reasons(encoded(1000, 250, with("produto", 0L)))).containsExactly(Reason.EMPTIED);
        assertThat(reasons(encoded(1000, 250, with("produto", 99L)))).containsExactly(Reason.EMPTIED);
        assertThat(reasons(encoded(1000, 250, with("cidade", 0L)))).as("too few to be missed on the first day")
                .isEmpty();
        for (String fleeting : List.of("log_acesso", "public.TMP", "dbo.SessaoUsuario", "fila_nfe", "venda_2019",
                "vendaTemp", "pedido_202104")) {
            assertThat(reasonsAfter(fleeting)).as(fleeting).isEmpty();
        }
        for (String lasting : List.of("logradouro", "catalogo", "template", "dbo.Filial", "item20190", "SE2010")) {
            assertThat(reasonsAfter(lasting)).as(lasting).containsExactly(Reason.EMPTIED);
        }
    }

    private static List<Reason> reasonsAfter(String emptied) {
        return reasons(encoded(1000, 250, with(emptied, 0L)), encoded(1000, 250, with(emptied, 50_000L)));
    }

    @Test
    void aSmallTableThatStoodForADayOfBackupsIsMissedAndOneThatIsEmptiedEachEveningIsNot() {
        List<DumpMeasure> day = new ArrayList<>(Collections.nCopies(30, LAST));
        assertThat(reasons(encoded(1000, 250, with("cidade", 0L)), day)).containsExactly(Reason.EMPTIED);

        List<DumpMeasure> evenings = new ArrayList<>(List.of(encoded(1000, 250, with("pedido", 90_000L)),
                encoded(1000, 250, with("pedido", 0L)), encoded(1000, 250, with("pedido", 90_000L))));
        assertThat(reasons(encoded(1000, 250, with("pedido", 0L)), evenings)).isEmpty();
        assertThat(reasons(encoded(1000, 250, with("pedido", 0L)), evenings.subList(0, 1)))
                .containsExactly(Reason.EMPTIED);
        assertThat(reasons(encoded(1000, 250, with("produto", 0L)),
                List.of(LAST, LAST, encoded(10, 2, with("produto", 0L))))).as("filled at the installation, not emptied")
                .containsExactly(Reason.EMPTIED);
    }

    @Test
    void tablesThatWereBusyAreNotTakenForDropped() {
        SortedMap<String, Long> withoutBusy = new TreeMap<>(SHOP);
        withoutBusy.keySet().removeAll(List.of("venda", "venda_item"));
        Brake brake = new Brake(List.of(LAST, LAST, LAST), false);
        assertThat(brake.judge(encoded(1000, 250, withoutBusy), true)).isEqualTo(new Normal());
        assertThat(new Brake(List.of(LAST), true).judge(encoded(1000, 250, withoutBusy), true))
                .as("where all are counted")
                .isInstanceOf(Suspicious.class);
        assertThat(new Brake(List.of(encoded(1000, 250, withoutBusy), LAST), false)
                .judge(encoded(1000, 250, with("venda", 0L)), true)).as("by the last count that there was")
                .isInstanceOf(Suspicious.class);
        assertThat(reasons(encoded(1000, 250, new TreeMap<>()))).isEmpty();
    }

    @Test
    void aDroppedTableIsMissedUnlessAnotherHasTakenOverItsRows() {
        SortedMap<String, Long> dropped = new TreeMap<>(SHOP);
        dropped.remove("cliente");
        assertThat(reasons(encoded(1000, 250, dropped))).containsExactly(Reason.EMPTIED);
        dropped.put("pessoa", 39_000L);
        assertThat(reasons(encoded(1000, 250, dropped))).isEmpty();
        assertThat(reasons(encoded(1000, 250, new TreeMap<>(Map.of("LEIA_ME", 1L))))).contains(Reason.EMPTIED);
    }

    @Test
    void mostRowsOfNearlyEveryTableAreNoPurge() {
        SortedMap<String, Long> third = new TreeMap<>(SHOP);
        third.replaceAll((table, rows) -> rows / 3);
        assertThat(reasons(encoded(1000, 250, third))).containsExactly(Reason.ROWS_LOST);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1000, 625", "1330, 1010", "2000, 1100", "1000, 380", "400, 390"})
    void whatBecameNoiseIsSuspiciousWhateverFormItHas(long bytes, long information) {
        assertThat(reasons(based(bytes, information, bytes, information, SHOP))).containsExactly(Reason.SCRAMBLED);
    }

    @ParameterizedTest
    @CsvSource({"1000, 250", "1000, 285", "500, 240", "1200, 320", "5000, 4000"})
    void newBlocksAloneNeverFreezeHoweverManyThereAre(long bytes, long information) {
        assertThat(reasons(based(bytes, information, bytes, information, SHOP))).isEmpty();
        assertThat(reasons(encoded(bytes, information, SHOP))).isEmpty();
    }

    @Test
    void picturesMayBeAddedButNothingMayTurnIntoThem() {
        assertThat(reasons(based(1600, 840, 600, 590, SHOP))).as("600 MB of pictures beside the rest").isEmpty();
        assertThat(reasons(based(1000, 325, 120, 100, SHOP))).as("a tenth overwritten by noise")
                .containsExactly(Reason.SCRAMBLED);
    }

    @Test
    void ofPicturesAloneEncryptionIsStillSeenAndRebuildingIsNot() {
        DumpMeasure pictures = encoded(1000, 900, SHOP);
        assertThat(reasons(based(1000, 998, 1000, 998, SHOP), pictures)).containsExactly(Reason.SCRAMBLED);
        assertThat(reasons(based(1000, 915, 1000, 915, SHOP), pictures)).isEmpty();
    }

    @Test
    void whatAStoreDidThreeTimesIsItsHabit() {
        List<DumpMeasure> nights = new ArrayList<>();
        for (int night = 0; night < 3; night++) {
            nights.add(LAST);
            nights.add(encoded(1000, 340, SHOP));
        }
        nights.add(LAST);
        DumpMeasure again = based(1000, 350, 120, 110, SHOP);
        assertThat(reasons(again, nights)).isEmpty();
        assertThat(reasons(again, nights.subList(0, 3))).containsExactly(Reason.SCRAMBLED);
        assertThat(reasons(based(1000, 1000, 1000, 1000, SHOP), nights)).containsExactly(Reason.SCRAMBLED);
    }

    @Test
    void withoutAGoodBackupBeforeItThereIsNothingToMeasureAgainst() {
        assertThat(reasons(encoded(1000, 1000, with("produto", 0L)), List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonCanBeTold(Reason reason) {
        for (Language language : Language.values()) {
            assertThat(Finding.of(reason, 5, 6, 7, 8).in(Messages.in(language))).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void tellsTheFiguresAndTheTables() {
        Messages words = Messages.in(Language.PT_BR);
        assertThat(((Suspicious) new Brake(history(1_610_612_736L), true).judge(only(52_428_800), true)).in(words))
                .isEqualTo("a cópia tem 50 MB, metade ou menos da anterior, que tinha 1,5 GB");
        assertThat(((Suspicious) new Brake(List.of(LAST), true).judge(encoded(1000, 250, with("produto", 3L)), true))
                .in(words))
                .isEqualTo("ficou vazia uma tabela que tinha dados: produto (tinha 20.000 linhas, agora 3)");
    }

    private static List<DumpMeasure> history(@Nullable Long last) {
        return last == null ? List.of() : List.of(only(last));
    }

    private static DumpMeasure only(long bytes) {
        return new DumpMeasure(bytes, Optional.empty(), new TreeMap<>());
    }

    /** Without a base; in millions of bytes. */
    private static DumpMeasure encoded(long bytes, long information, SortedMap<String, Long> rows) {
        return new DumpMeasure(bytes * MB,
                Optional.of(new DumpTraits(information * MB, bytes * MB, information * MB, false)), rows);
    }

    private static DumpMeasure based(long bytes, long information, long fresh, long freshInformation,
            SortedMap<String, Long> rows) {
        return new DumpMeasure(bytes * MB,
                Optional.of(new DumpTraits(information * MB, fresh * MB, freshInformation * MB, true)), rows);
    }

    /** The shop's tables, some of them with other numbers of rows. */
    private static SortedMap<String, Long> with(Object... tableAndRows) {
        SortedMap<String, Long> rows = new TreeMap<>(SHOP);
        IntStream.range(0, tableAndRows.length / 2)
                .forEach(i -> rows.put((String) tableAndRows[2 * i], (Long) tableAndRows[2 * i + 1]));
        return rows;
    }

    private static List<Reason> reasons(DumpMeasure dump) {
        return reasons(dump, LAST);
    }

    private static List<Reason> reasons(DumpMeasure dump, DumpMeasure last) {
        return reasons(dump, List.of(last));
    }

    private static List<Reason> reasons(DumpMeasure dump, List<DumpMeasure> good) {
        return new Brake(good, true).judge(dump, true) instanceof Suspicious suspicious
                ? suspicious.reasons()
                : List.of();
    }
}
