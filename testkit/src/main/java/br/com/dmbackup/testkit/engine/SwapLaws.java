package br.com.dmbackup.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.core.engine.RestoredDatabase;
import br.com.dmbackup.protocol.FaultCode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The laws of taking the live database's place, and of what is left behind: 13, 14 and 18. */
abstract class SwapLaws extends RestoreLaws {
    @Test
    void law13_swapsInTheNewAndKeepsTheOldWhole() {
        assumeReplaceable();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            var then = live.rowCounts();
            live.changeALittle();
            RestoredDatabase replacement = finishRestore(engine, new RestoreTarget.Replacement(), dump);
            Optional<String> kept = engine.swapIn(replacement);
            assertThat(live.rowCounts()).isEqualTo(then);
            assertThat(live.isWhole(live.name())).isTrue();
            assertThat(kept).isPresent().hasValueSatisfying(name -> assertThat(live.isWhole(name)).isTrue());
        }
    }

    @Test
    void law13_refusesToSwapADatabaseInUseAndChangesNothing() {
        assumeReplaceable();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            RestoredDatabase replacement = finishRestore(engine, new RestoreTarget.Replacement(), dump);
            live.changeALittle();
            var rows = live.rowCounts();
            SortedSet<String> before = live.everything();
            try (LiveDatabase.Occupant user = live.use()) {
                assertThat(user).isNotNull();
                assertFault(FaultCode.DATABASE_IN_USE, () -> engine.swapIn(replacement));
            }
            assertThat(live.everything()).isEqualTo(before);
            assertThat(live.rowCounts()).isEqualTo(rows);
            engine.drop(replacement);
        }
    }

    @Test
    void law13_keepsTheDatabaseReachableWhenTheSwapBreaksInTheMiddle() {
        assumeReplaceable();
        AtomicBoolean reached = new AtomicBoolean();
        try (DatabaseEngine engine = live.engine(step -> {
            if (step == Step.RESTORE_OLD_ASIDE) {
                reached.set(true);
                throw new IllegalStateException("power cut");
            }
        })) {
            Path dump = takeDump(engine, "dump");
            RestoredDatabase replacement = finishRestore(engine, new RestoreTarget.Replacement(), dump);
            assertThatThrownBy(() -> engine.swapIn(replacement)).isInstanceOf(RuntimeException.class);
            assertThat(reached).isTrue();
            engine.dropLeftovers();
            assertThat(live.isWhole(live.name())).isTrue();
        }
    }

    @Test
    void law13_swapsInWhereTheLiveDatabaseIsMissingOrDamaged() {
        assumeReplaceable();
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            live.makeDamaged();
            assertThat(engine.swapIn(finishRestore(engine, new RestoreTarget.Replacement(), dump))).isPresent();
            assertThat(live.isWhole(live.name())).isTrue();
            live.makeMissing();
            assertThat(engine.swapIn(finishRestore(engine, new RestoreTarget.Replacement(), dump))).isEmpty();
            assertThat(live.isWhole(live.name())).isTrue();
        }
    }

    @Test
    void law13_saysBeforehandWhereNothingCanBeReplaced() {
        try (DatabaseEngine engine = engine()) {
            if (live.replaceable()) {
                engine.requireReplaceable();
            } else {
                assertFault(FaultCode.RESTORE_NEEDS_TARGET, engine::requireReplaceable);
                assertFault(FaultCode.RESTORE_NEEDS_TARGET,
                        () -> engine.restore(new RestoreTarget.Replacement(), 1, staging));
            }
        }
    }

    @Test
    void law14_dropsWhatDeadProcessesLeftAndNothingElse() {
        try (DatabaseEngine engine = engine()) {
            Path dump = takeDump(engine, "dump");
            RestoredDatabase needed = finishRestore(engine, new RestoreTarget.Scratch(), dump);
            SortedSet<String> before = live.everything();
            if (live.replaceable()) {
                String left = live.leaveLeftover();
                assertThat(live.everything()).contains(left);
                assertThat(engine.dropLeftovers()).singleElement().asString().contains(left);
            }
            assertThat(live.everything()).isEqualTo(before);
            assertThat(live.isWhole(needed.name())).isTrue();
            engine.drop(needed);
            assertThat(engine.dropLeftovers()).isEmpty();
            assertThat(live.isWhole(live.name())).isTrue();
        }
    }

    @Test
    void law18_overwritesTheLiveDatabaseOrRefusesTo() {
        try (DatabaseEngine engine = engine()) {
            if (!engine.canOverwrite()) {
                assertFault(FaultCode.IN_PLACE_UNSUPPORTED,
                        () -> engine.restore(new RestoreTarget.InPlace(), 1, staging));
                return;
            }
            Path dump = takeDump(engine, "dump");
            var then = live.rowCounts();
            live.changeALittle();
            SortedSet<String> before = live.everything();
            RestoredDatabase back = finishRestore(engine, new RestoreTarget.InPlace(), dump);
            assertThat(back.rowCounts()).isEqualTo(live.rowsAreCounted() ? then : new TreeMap<String, Long>());
            assertThat(live.rowCounts()).isEqualTo(then);
            assertThat(live.isWhole(live.name())).isTrue();
            assertThat(live.everything()).isEqualTo(before);
        }
    }

    private void assumeReplaceable() {
        Assumptions.assumeTrue(live.replaceable(), "this engine has no live database that could be replaced");
    }
}
