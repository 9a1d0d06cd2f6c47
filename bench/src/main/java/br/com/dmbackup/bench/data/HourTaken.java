package br.com.dmbackup.bench.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gives an hour to whoever keeps it in archives of its own, and waits for that. */
final class HourTaken {
    private HourTaken() {}

    static void by(List<String> command, int hour, Path pages, Path dataDirectory) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(String.valueOf(hour), pages.toString(), dataDirectory.toString()));
        try {
            int exit = new ProcessBuilder(words).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IOException(String.join(" ", words) + " ended with " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
