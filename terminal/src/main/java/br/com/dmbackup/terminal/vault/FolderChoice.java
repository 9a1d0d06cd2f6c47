package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.backup.SafeName;
import br.com.dmbackup.terminal.vault.PairingFile.Entry;
import br.com.dmbackup.terminal.vault.shelf.StoreFolder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which folder a server gets: the first one {@code MCBkp} itself, each further one a folder of its own. */
final class FolderChoice {
    private final List<Entry> entries;

    FolderChoice(List<Entry> entries) {
        this.entries = entries;
    }

    /** The line of a server of the same store and database that was forgotten, and comes back. */
    Optional<Entry> earlier(String cnpj, String storeName, String database) {
        return entries.stream()
                .filter(entry -> !entry.known() && entry.pairing().database().equals(database)
                        && entry.pairing().cnpj().equals(cnpj)
                        && (!cnpj.isEmpty() || entry.pairing().storeName().equals(storeName)))
                .findFirst();
    }

    String next(String storeName, String database) {
        if (free("")) {
            return "";
        }
        return Stream.of(storeName.strip(), database)
                .flatMap(name -> IntStream.range(1, 100).mapToObj(number -> number == 1 ? name : name + " " + number))
                .filter(name -> SafeName.isSafe(name) && !StoreFolder.reserved(name) && free(name)).findFirst()
                .orElseGet(() -> "loja " + (entries.size() + 1));
    }

    private boolean free(String folder) {
        return entries.stream().noneMatch(entry -> entry.pairing().folder().equalsIgnoreCase(folder));
    }
}
