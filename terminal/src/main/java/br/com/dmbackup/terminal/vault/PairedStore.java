package br.com.dmbackup.terminal.vault;

import java.io.IOException;

/**
 * One server's archives here, with a half for the server and another for the people at the terminal: two things, so that
 * nobody who was handed the one can make the other of it.
 */
record PairedStore(Access access, StoreVault server, StoreKeeping people) implements AutoCloseable {

    static PairedStore of(Store store, Admissions admissions) throws IOException {
        var access = new Access(store);
        return new PairedStore(access, new ServerHalf(access, admissions), new PeoplesHalf(access));
    }

    Pairing pairing() {
        return access.store().pairing();
    }

    /** Lets go what may go, unless a commit is under way: then the next time. */
    void sweep() {
        Store store = access.store();
        access.changingIfFree(() -> {
            store.shelf().dropVanished();
            new LettingGo(store).unprotected();
            store.spool().expire(store.now());
            new SettingsVersions(store).letGo();
            return store;
        });
    }

    /** Drops what waits. */
    void forget() {
        Store store = access.store();
        access.locked(() -> {
            store.spool().clear();
            return store;
        });
    }

    @Override
    public void close() {
        access.close();
    }
}
