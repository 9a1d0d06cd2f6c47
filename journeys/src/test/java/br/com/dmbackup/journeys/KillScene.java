package br.com.dmbackup.journeys;

import static br.com.dmbackup.journeys.SlotsTest.succeeded;

import br.com.dmbackup.core.backup.Step;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A store with a past, made once and copied for each killing: four slots, the last of them owed to the terminal, one
 * more than the three that this machine keeps, and sales since.
 */
record KillScene(Path original, boolean careful) {
    static final long ROWS_AT_NINE = 560;
    static final long ROWS_NOW = 690;
    private static final String NOW = "2022-06-29T09:30";

    static KillScene make(Path folder, boolean careful) throws IOException {
        StoreUnderTest store = settled(new StoreUnderTest(folder), careful);
        succeeded(store.backupAt("2022-06-28T07:30"));
        succeeded(store.backupAt("2022-06-28T08:30"));
        store.sell(60);
        succeeded(store.backupAt("2022-06-28T09:30"));
        store.sell(60);
        Path away = folder.resolve("desligado");
        Files.move(store.terminal, away);
        store.backupAt("2022-06-28T10:30");
        Files.move(away, store.terminal);
        store.sell(70);
        return new KillScene(folder, careful);
    }

    /** The store that stands in a folder, at the moment of the killing. */
    static StoreUnderTest standingIn(Path folder, boolean careful) {
        StoreUnderTest store = settled(StoreUnderTest.standingIn(folder), careful);
        store.clock.set(NOW);
        return store;
    }

    private static StoreUnderTest settled(StoreUnderTest store, boolean careful) {
        return careful ? store.localSlots(3).withoutAtomicRename() : store.localSlots(3);
    }

    StoreUnderTest copy(Path to) throws IOException {
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(original.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(original.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        return standingIn(to, careful);
    }

    /** Every step that the verb reaches here, in order, each as often as it is reached. */
    List<Step> stepsOf(KilledVerb verb, Path folder) throws IOException {
        List<Step> steps = Collections.synchronizedList(new ArrayList<>());
        verb.run(copy(folder), steps::add);
        return List.copyOf(steps);
    }
}
