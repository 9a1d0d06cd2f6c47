package br.com.dmbackup.testkit.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.destination.ArchiveName;
import br.com.dmbackup.core.destination.Destination;
import br.com.dmbackup.core.destination.StoredArchive;
import br.com.dmbackup.protocol.FaultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws 7 to 9, 12 and 13: what is listed, what a name may be, and second names. */
abstract class NameLaws extends ReplacementLaws {
    @Test
    void law7_listsFinishedArchivesAndNothingElse() {
        put(new ArchiveName("23h/MCDados.zip"), old);
        put(NEWEST, old);
        put(SLOT, old);
        place.plant("MCDados.bak", new byte[10]);
        place.plant("LEIAME.TXT", new byte[10]);
        place.plant("10h/MCDados.zip.novo", new byte[10]);
        place.plant("10h/MCDados.zip.tmp", new byte[10]);

        assertThat(destination.list()).extracting(entry -> entry.name().value()).containsExactly("09h/MCDados.zip",
                "23h/MCDados.zip", "MCDados.zip");
        destination.sweep();
        assertThat(place.rawNames()).contains("MCDados.bak", "LEIAME.TXT", "10h/MCDados.zip.tmp");
        // Where files are replaced atomically, such a name is a person's own.
        assertThat(place.rawNames().contains("10h/MCDados.zip.novo")).isEqualTo(destination.replacesAtomically());
    }

    @Test
    void law8_whatIsNotThereIsMissing() {
        assertFault(FaultCode.ARCHIVE_MISSING, () -> destination.open(SLOT));
        assertFault(FaultCode.ARCHIVE_MISSING, () -> destination.alias(SLOT, NEWEST));
        assertFault(FaultCode.ARCHIVE_MISSING, () -> destination.setAside(SLOT, NEWEST));
        assertThat(destination.remove(SLOT)).isFalse();
        put(SLOT, old);
        assertThat(destination.remove(SLOT)).isTrue();
        assertThat(destination.list()).isEmpty();
        assertThat(destination.remove(SLOT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../MCDados.zip", "/MCDados.zip", "09h/../../MCDados.zip", "C:/MCDados.zip", "con.zip",
            "09h/LPT1.zip", "nul/MCDados.zip", "09h./MCDados.zip", "09h /MCDados.zip", "a\\b.zip", "a:b.zip", "a*.zip",
            "MCDados.zip.novo", "", ".zip", "a/b/c/d/e.zip"})
    void law9_aNameThatLeadsOutOrThatFatCannotBearIsNoName(String name) {
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> new ArchiveName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MCDados.zip", "Farmácia São João/09h/MCDados.zip", "drogaria_1/09h/A (2)+b.zip",
            "console/common.zip", "09h/MC Dados.2.zip"})
    void law9_aNameOfEverydayLettersIsTaken(String name) {
        assumeTrue(place.takesAccents() || name.chars().allMatch(letter -> letter < 128),
                "the file system's driver here takes no accents");
        var archive = new ArchiveName(name);

        put(archive, old);

        assertThat(stored(archive)).isEqualTo(old.content());
        assertThat(destination.list()).extracting(StoredArchive::name).containsExactly(archive);
    }

    @Test
    void law9_aLinkInsideDoesNotLeadOut() {
        assumeTrue(place.linkLeadingOut("09h"), "no links at this place");

        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> put(SLOT, old));
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> destination.open(SLOT));
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> destination.remove(SLOT));
        put(NEWEST, old);
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> destination.alias(NEWEST, SLOT));
        assertFault(FaultCode.ARCHIVE_NAME_INVALID, () -> destination.setAside(NEWEST, SLOT));
        assertThat(destination.list()).extracting(StoredArchive::name).containsExactly(NEWEST);
    }

    @Test
    void law12_anAliasKeepsItsBytesWhenTheOriginalIsReplaced() {
        put(SLOT, old);
        put(NEWEST, fresh);

        destination.alias(SLOT, NEWEST);
        destination.alias(SLOT, NEWEST);
        assertThat(stored(NEWEST)).isEqualTo(old.content());
        put(SLOT, fresh);

        assertThat(stored(NEWEST)).isEqualTo(old.content());
        assertThat(stored(SLOT)).isEqualTo(fresh.content());
        destination.remove(SLOT);
        assertThat(stored(NEWEST)).isEqualTo(old.content());
        assertThat(archivesAndLeftovers()).containsExactly(NEWEST.value());
    }

    @ParameterizedTest
    @EnumSource(names = "PLACE_.*", mode = EnumSource.Mode.MATCH_ANY)
    void law12_aDeathWhileAliasingLeavesTheWholeOldOrTheWholeNewArchive(Step step) {
        put(SLOT, fresh);
        put(NEWEST, old);

        untilDeath(() -> place.destination(SuddenDeath.at(step)).alias(SLOT, NEWEST));

        Destination next = place.destination(Checkpoint.NONE);
        assertThat(stored(next, NEWEST)).isIn(old.content(), fresh.content());
        assertThat(stored(next, SLOT)).isEqualTo(fresh.content());
        next.sweep();
        assertThat(archivesAndLeftovers()).containsExactly(SLOT.value(), NEWEST.value());
    }

    @Test
    void law13_setsAsideWholeAndNeverOverAnother() {
        var aside = new ArchiveName("suspeito/1.zip");
        put(SLOT, old);
        put(NEWEST, fresh);

        assertFault(FaultCode.OUTPUT_EXISTS, () -> destination.setAside(SLOT, NEWEST));
        assertThat(stored(NEWEST)).isEqualTo(fresh.content());
        destination.setAside(SLOT, aside);

        assertThat(stored(aside)).isEqualTo(old.content());
        assertThat(destination.list()).extracting(StoredArchive::name).containsExactly(NEWEST, aside);
    }

    @Test
    void takesSeveralNamesAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> puts = new ArrayList<>();
            for (int hour : IntStream.range(0, 8).toArray()) {
                puts.add(threads.submit(() -> put(slot(hour), MemoryArchive.of(SIZE + hour, hour))));
            }
            for (Future<?> put : puts) {
                put.get();
            }
        }
        for (int hour = 0; hour < 8; hour++) {
            assertThat(stored(slot(hour))).isEqualTo(MemoryArchive.of(SIZE + hour, hour).content());
        }
    }
}
