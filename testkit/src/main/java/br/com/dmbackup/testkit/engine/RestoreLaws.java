package br.com.dmbackup.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.protocol.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The laws of a restore beside the live database: 9 to 12. */
abstract class RestoreLaws extends DumpLaws {
    @Test
    void law9_anInterruptEndsTheCheckOfARestore() {
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            SortedSet<String> before = live.everything();
            try (Restore restore = restore(engine, new RestoreTarget.NewDatabase(live.unusedName()), dump)) {
                Thread.currentThread().interrupt();
                assertCancelled(restore::finish);
            }
            assertThat(live.everything()).isEqualTo(before);
        }
    }

    @Test
    void law10_refusesANewDatabaseWhereOneIs() {
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            restoreNew(engine, dump);
            live.changeALittle();
            var rows = live.rowCounts();
            assertFault(FaultCode.RESTORE_TARGET_EXISTS,
                    () -> finishRestore(engine, new RestoreTarget.NewDatabase(live.name()), dump));
            assertThat(live.rowCounts()).isEqualTo(rows);
        }
    }

    @Test
    void law11_givesTheFinalNameOnlyAfterFinish() {
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            try (Restore restore = restore(engine, new RestoreTarget.NewDatabase(live.unusedName()), dump)) {
                assertThat(live.isWhole(live.unusedName())).isFalse();
                RestoredDatabase restored = restore.finish();
                assertThat(restored.name()).isEqualTo(live.unusedName());
                assertThat(restored.rowCounts())
                        .isEqualTo(live.rowsAreCounted() ? live.rowCounts() : new TreeMap<String, Long>());
            }
            assertThat(live.isWhole(live.unusedName())).isTrue();
        }
    }

    @Test
    void law11_leavesNothingWithoutFinish() {
        SortedSet<String> before = live.everything();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            List<RestoreTarget> targets = new ArrayList<>(
                    List.of(new RestoreTarget.NewDatabase(live.unusedName()), new RestoreTarget.Scratch()));
            if (live.replaceable()) {
                targets.add(new RestoreTarget.Replacement());
            }
            for (RestoreTarget target : targets) {
                Restore restore = restore(engine, target, dump);
                restore.close();
                restore.close();
                assertThat(live.everything()).isEqualTo(before);
            }
        }
    }

    @Test
    void law12_refusesBytesThatAreNoWholeDump() throws IOException {
        SortedSet<String> before = live.everything();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            assertRefused(engine, Files.writeString(folder.resolve("text"), "isto não é um banco\n".repeat(1000)),
                    FaultCode.NOT_A_DATABASE);
            assertRefused(engine, Files.write(folder.resolve("zeros"), new byte[65_536]), FaultCode.NOT_A_DATABASE);
            assertRefused(engine, Files.write(folder.resolve("nothing"), new byte[0]), FaultCode.NOT_A_DATABASE);
            Path cut = folder.resolve("cut");
            byte[] bytes = Files.readAllBytes(dump);
            Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
            assertRefused(engine, cut, FaultCode.RESTORED_DATABASE_DAMAGED);
            live.damageInside(dump);
            assertRefused(engine, dump, FaultCode.RESTORED_DATABASE_DAMAGED);
        }
        assertThat(live.everything()).isEqualTo(before);
    }

    private void assertRefused(DatabaseEngine engine, Path dump, FaultCode code) {
        assertFault(code, () -> finishRestore(engine, new RestoreTarget.NewDatabase(live.unusedName()), dump));
    }
}
