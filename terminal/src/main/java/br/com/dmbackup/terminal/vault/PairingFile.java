package br.com.dmbackup.terminal.vault;

import br.com.dmbackup.core.settings.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which servers are paired, and which were: a line for each, its fields between tabs. A folder that was given once is not
 * given to another store.
 */
record PairingFile(Path file) {
    private static final int FIELDS = 7;

    /**
     * A line.
     *
     * @param number what the server's part of the state is called by
     * @param known whether it is paired now
     */
    record Entry(int number, boolean known, Pairing pairing) {
        Entry with(boolean nowKnown, Pairing changed) {
            return new Entry(number, nowKnown, changed);
        }
    }

    List<Entry> read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] fields = line.split("\t", -1);
                if (fields.length == FIELDS) {
                    entries.add(new Entry(Integer.parseInt(fields[0]), fields[1].equals("paired"),
                            new Pairing(fields[2], fields[3], fields[4], fields[5], fields[6])));
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IllegalArgumentException damaged) {
            throw new IOException(damaged);
        }
        return entries;
    }

    void write(List<Entry> entries) throws IOException {
        String text = entries.stream().map(PairingFile::line).collect(Collectors.joining());
        DurableFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Entry entry) {
        Pairing pairing = entry.pairing();
        return String.join("\t", Integer.toString(entry.number()), entry.known() ? "paired" : "forgotten",
                pairing.pin(), pairing.cnpj(), pairing.storeName(), pairing.database(), pairing.folder()) + "\n";
    }
}
