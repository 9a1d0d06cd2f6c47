package br.com.dmbackup.journeys;

import br.com.dmbackup.core.backup.Checkpoint;
import br.com.dmbackup.core.backup.Slot;
import br.com.dmbackup.core.deliver.Deliveries;
import br.com.dmbackup.core.drill.RestoreDrill;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.core.installation.Installation;
import br.com.dmbackup.core.installation.Turn;
import br.com.dmbackup.core.installation.Wanted;
import br.com.dmbackup.core.restore.DatabaseRestore;
import br.com.dmbackup.core.run.BackupRun;
import br.com.dmbackup.core.run.RunOutcome;
import java.nio.file.Path;

/** The verbs in the middle of which a process is killed. */
enum KilledVerb {
    BACKUP {
        @Override
        void work(StoreUnderTest store, Installation here, Turn turn) {
            if (!(new BackupRun(here, store.listener, turn).run() instanceof RunOutcome.Succeeded)) {
                throw new IllegalStateException("backup");
            }
        }
    },
    DELIVER {
        @Override
        void work(StoreUnderTest store, Installation here, Turn turn) {
            here.tidy(store.listener);
            turn.giveUp();
            if (new Deliveries(here, store.listener).makeOwed().stream().anyMatch(made -> made.fault().isPresent())) {
                throw new IllegalStateException("deliver");
            }
        }
    },
    RESTORE_TO {
        @Override
        void work(StoreUnderTest store, Installation here, Turn turn) {
            new DatabaseRestore(here, store.listener).toNew(NINE, newDatabase(store).toString());
        }
    },
    RESTORE_REPLACE {
        @Override
        void work(StoreUnderTest store, Installation here, Turn turn) {
            new DatabaseRestore(here, store.listener).replacing(NINE);
        }
    },
    DRILL {
        @Override
        void work(StoreUnderTest store, Installation here, Turn turn) {
            new RestoreDrill(here, store.listener).drill(new Wanted.Newest());
        }
    };

    private static final Wanted NINE = new Wanted.InSlot(new Slot(9));

    abstract void work(StoreUnderTest store, Installation here, Turn turn);

    /** Does it as the program does: under the home's lock. */
    void run(StoreUnderTest store, Checkpoint checkpoint) {
        try (HomeLock lock = HomeLock.acquire(store.home, name(), store.clock);
                Installation here = store.open(checkpoint)) {
            work(store, here, lock);
        }
    }

    static Path newDatabase(StoreUnderTest store) {
        return store.root.resolve("volta.db");
    }
}
