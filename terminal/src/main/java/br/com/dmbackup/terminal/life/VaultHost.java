package br.com.dmbackup.terminal.life;

import br.com.dmbackup.terminal.receiver.SessionHost;
import br.com.dmbackup.terminal.vault.Pairing;
import br.com.dmbackup.terminal.vault.RoomNeed;
import br.com.dmbackup.terminal.vault.StoreVault;
import br.com.dmbackup.terminal.vault.TerminalVault;
import br.com.dmbackup.terminal.vault.VaultArchive;
import java.time.InstantSource;

/** The terminal as the sessions of servers see it. */
record VaultHost(String name, TerminalLife.Machine machine, TerminalVault vault, Heard heard,
        Troubles troubles) implements SessionHost {
    @Override
    public String programVersion() {
        return machine.programVersion();
    }

    @Override
    public InstantSource clock() {
        return machine.clock();
    }

    @Override
    public StoreVault store(String pin) {
        return vault.store(pin);
    }

    @Override
    public RoomNeed roomNeed(Pairing pairing) {
        return heard.roomNeed(pairing, vault.keeping(pairing.pin()).roomNeed());
    }

    @Override
    public void heard(Pairing pairing) {
        heard.contact(pairing);
    }

    @Override
    public void advanced(Pairing pairing, long doneBytes, long totalBytes) {
        heard.advanced(pairing, doneBytes, totalBytes);
    }

    @Override
    public void committed(Pairing pairing, VaultArchive archive) {
        heard.committed(pairing);
        if (archive.kind() == VaultArchive.Kind.SLOT) {
            VaultTroubles.over(troubles, pairing);
        }
    }
}
