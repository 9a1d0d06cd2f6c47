package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.core.installation.HomeLock;
import br.com.dmbackup.protocol.FaultCode;
import br.com.dmbackup.terminal.vault.PairingFile.Entry;
import br.com.dmbackup.terminal.vault.protection.RunningTime;
import br.com.dmbackup.terminal.vault.shelf.Stamps;
import br.com.dmbackup.terminal.vault.shelf.StoreFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The vault, opened by this process. */
final class OpenTerminal implements TerminalVault {
    /** So much of a pin is enough to tell servers apart in a text. */
    private static final int PIN_SHOWN = 12;
    /** Minutes of running time. */
    private static final long SWEEP_EVERY = 30;

    private final Path root;
    private final Path state;
    private final VaultMachine machine;
    private final HomeLock lock;
    private final RunningTime time;
    private final Admissions admissions = new Admissions();
    private final PairingFile file;
    private final List<Entry> entries;
    private final Map<String, PairedStore> stores = new LinkedHashMap<>();
    private long sweptAt;

    private OpenTerminal(Path root, Path state, VaultMachine machine, HomeLock lock) throws IOException {
        this.root = root;
        this.state = state;
        this.machine = machine;
        this.lock = lock;
        this.file = new PairingFile(state.resolve("pareados.txt"));
        this.entries = new ArrayList<>(file.read());
        this.time = RunningTime.open(machine.monotonic(), state.resolve("tempo.txt"),
                OptionalLong.of(highestStamp()));
        for (Entry entry : entries) {
            if (entry.known()) {
                openStore(entry);
            }
        }
    }

    static OpenTerminal open(Path root, Path state, VaultMachine machine) {
        return VaultFaults.at(root, () -> {
            if (!Files.isDirectory(root)) {
                throw new NoSuchFileException(root.toString());
            }
            Files.createDirectories(state);
            HomeLock lock = HomeLock.acquire(state.resolve("lock"), "terminal",
                    machine.clock().withZone(ZoneId.systemDefault()));
            boolean opened = false;
            try {
                var terminal = new OpenTerminal(root, state, machine, lock);
                opened = true;
                return terminal;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        });
    }

    private long highestStamp() throws IOException {
        long highest = 0;
        for (Entry entry : entries) {
            highest = Math.max(highest, Math.max(folder(entry.pairing()).highestStamp(),
                    Stamps.open(stampsFile(entry)).highest()));
        }
        return highest;
    }

    private StoreFolder folder(Pairing pairing) {
        return new StoreFolder(pairing.folder().isEmpty() ? root : root.resolve(pairing.folder()), pairing.database());
    }

    private Path stampsFile(Entry entry) {
        return state.resolve("loja-" + entry.number() + ".txt");
    }

    private void openStore(Entry entry) throws IOException {
        Store store = Store.open(entry.pairing(), machine, time, folder(entry.pairing()), stampsFile(entry));
        stores.put(entry.pairing().pin(), PairedStore.of(store, admissions));
    }

    @Override
    public synchronized List<Pairing> pairings() {
        return entries.stream().filter(Entry::known).map(Entry::pairing).toList();
    }

    @Override
    public synchronized Pairing pair(String pin, String cnpj, String storeName, String database) {
        PairedStore known = stores.get(pin);
        if (known != null) {
            return known.pairing();
        }
        return VaultFaults.at(state, () -> {
            String name = storeName.replaceAll("\\p{Cntrl}", " ").strip();
            var choice = new FolderChoice(entries);
            Entry earlier = choice.earlier(cnpj, name, database).orElse(null);
            String folder = earlier == null ? choice.next(name, database) : earlier.pairing().folder();
            var pairing = new Pairing(pin, cnpj, name, database, folder);
            Entry entry = earlier == null
                    ? new Entry(entries.size() + 1, true, pairing)
                    : earlier.with(true, pairing);
            Files.createDirectories(folder(pairing).root());
            openStore(entry);
            note(entry);
            return pairing;
        });
    }

    @Override
    public synchronized Pairing replace(String oldPin, String newPin) {
        Entry entry = entry(oldPin);
        Pairing old = entry.pairing();
        var pairing = new Pairing(newPin, old.cnpj(), old.storeName(), old.database(), old.folder());
        if (stores.containsKey(newPin)) {
            throw new IllegalArgumentException("paired already: " + shown(newPin));
        }
        return VaultFaults.at(state, () -> {
            note(entry.with(true, pairing));
            close(oldPin);
            openStore(entry(newPin));
            return pairing;
        });
    }

    @Override
    public synchronized void unpair(String pin) {
        Entry entry = entry(pin);
        VaultFaults.at(state, () -> {
            note(entry.with(false, entry.pairing()));
            store(stores, pin).forget();
            close(pin);
            return entry;
        });
    }

    private void close(String pin) {
        PairedStore store = stores.remove(pin);
        if (store != null) {
            store.close();
        }
    }

    private void note(Entry entry) throws IOException {
        List<Entry> changed = new ArrayList<>(entries);
        changed.removeIf(other -> other.number() == entry.number());
        changed.add(entry);
        file.write(changed);
        entries.clear();
        entries.addAll(changed);
    }

    private Entry entry(String pin) {
        return entries.stream().filter(entry -> entry.known() && entry.pairing().pin().equals(pin)).findFirst()
                .orElseThrow(() -> unknown(pin));
    }

    @Override
    public synchronized StoreVault store(String pin) {
        return store(stores, pin).server();
    }

    @Override
    public synchronized StoreKeeping keeping(String pin) {
        return store(stores, pin).people();
    }

    private static PairedStore store(Map<String, PairedStore> stores, String pin) {
        PairedStore store = stores.get(pin);
        if (store == null) {
            throw unknown(pin);
        }
        return store;
    }

    static BackupFault unknown(String pin) {
        return BackupFault.of(FaultCode.TERMINAL_PAIRING_UNKNOWN, shown(pin));
    }

    private static String shown(String pin) {
        return pin.substring(0, Math.min(PIN_SHOWN, pin.length()));
    }

    @Override
    public void minute() {
        long now = time.minutes();
        List<PairedStore> all;
        synchronized (this) {
            if (now - sweptAt < SWEEP_EVERY) {
                return;
            }
            sweptAt = now;
            all = List.copyOf(stores.values());
        }
        all.forEach(PairedStore::sweep);
    }

    @Override
    public synchronized void close() {
        List.copyOf(stores.keySet()).forEach(this::close);
        admissions.close();
        lock.close();
    }
}
