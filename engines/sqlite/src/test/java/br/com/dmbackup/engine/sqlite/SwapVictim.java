package br.com.dmbackup.engine.sqlite;

import br.com.dmbackup.core.backup.Step;
import br.com.dmbackup.core.engine.DatabaseEngine;
import br.com.dmbackup.core.engine.Restore;
import br.com.dmbackup.core.engine.RestoreTarget;
import br.com.dmbackup.testkit.engine.DumpFiles;
import java.nio.file.Path;

/** A program that dies between the two renames of a swap. Arguments: live database, dump. */
final class SwapVictim {
    static final int KILLED = 137;

    private SwapVictim() {}

    public static void main(String[] arguments) {
        Path live = Path.of(arguments[0]);
        try (DatabaseEngine engine = new SqliteEngine("MCDados", live, SqliteLive.LOCK_WAIT, SqliteLive.NOON, step -> {
            if (step == Step.RESTORE_OLD_ASIDE) {
                Runtime.getRuntime().halt(KILLED);
            }
        }); Restore restore = engine.restore(new RestoreTarget.Replacement(), 0, live)) {
            DumpFiles.feed(Path.of(arguments[1]), restore);
            engine.swapIn(restore.finish());
        }
    }
}
