package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.SafeName;

/**
 * A server that this terminal keeps archives for.
 *
 * @param pin what the server is known by: SHA-256 of its certificate's key, lower-case hexadecimal
 * @param cnpj the store's, 14 characters without punctuation; empty where there is none
 * @param storeName as people call it
 * @param database the database's name, such as {@code MCDados}; archives are called so
 * @param folder below {@code MCBkp}; empty for the first server's, which is {@code MCBkp} itself
 */
public record Pairing(String pin, String cnpj, String storeName, String database, String folder) {
    public Pairing {
        if (!pin.matches("[0-9a-f]{64}") || !SafeName.isSafe(database)
                || !(folder.isEmpty() || SafeName.isSafe(folder))) {
            throw new IllegalArgumentException(pin + ", " + database + ", " + folder);
        }
    }
}
